using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says what is waited for, as Python prints its own resources: <c>Task.Delay [left:0.8s, of:1.0s]</c>.</summary>
internal sealed class WaitText(StandText stand, ReprOptions options)
{
    /// <summary>Says a wait; the nodes on the way to it print as <c>...</c>.</summary>
    public string Of(Wait wait, Func<TaskNode, bool>? met = null) => wait switch
    {
        TaskWait task => Node(task.Target),
        DelayWait delay => Resource("Task.Delay", [.. Delay(delay), .. Facts(delay)]),
        CompletionSourceWait source => Resource(Escaping.Name(source.Type), [.. source.Name is { } name ? ["name:" + Escaping.Quoted(name)] : Array.Empty<string>(), .. Facts(source)]),
        WhenAllWait all => Resource("Task.WhenAll", [Number("left", all.Left), .. Optional("of", all.Of), .. Nodes(all.Tasks, met)]),
        WhenAnyWait any => Resource("Task.WhenAny", [Number("of", any.Of), .. Nodes(any.Tasks, met)]),
        SemaphoreWait semaphore => Resource("SemaphoreSlim", [.. Semaphore(semaphore), .. Facts(semaphore)]),
        ResourceWait resource => Resource(FactText.Head(resource), [.. Facts(resource), .. Nodes(resource.Tasks, met)]),
        OtherWait other => Escaping.Name(other.Type),
        _ => wait.Kind.ToString(),
    };

    /// <summary>Says a task in a few words: its method and where that stands, or the thing that it is.</summary>
    public string Node(TaskNode node) => node switch
    {
        { Method: { } method } => Call(method) + stand.Short(node),
        { IsDone: false, Wait: { } wait } => wait is TaskWait { Target: { Method: null } end } ? Bare(end) : Short(wait),
        _ => Bare(node),
    };

    /// <summary>Says a wait without the tasks behind it.</summary>
    public string Short(Wait wait) => wait switch
    {
        WhenAllWait all => Resource("Task.WhenAll", [Number("left", all.Left), .. Optional("of", all.Of)]),
        WhenAnyWait any => Resource("Task.WhenAny", [Number("of", any.Of)]),
        ResourceWait resource => Resource(FactText.Head(resource), Facts(resource)),
        _ => Of(wait),
    };

    /// <summary>Says what several waits of a kind have in common: the name and the field, but neither times nor positions.</summary>
    public string Alike(Wait wait) => wait switch
    {
        DelayWait => "Task.Delay",
        SemaphoreWait => Resource("SemaphoreSlim", Fields(wait)),
        CompletionSourceWait source => Resource(Escaping.Name(source.Type), Fields(wait)),
        WhenAllWait => "Task.WhenAll",
        WhenAnyWait => "Task.WhenAny",
        ResourceWait resource => Resource(Escaping.Name(resource.Name), Fields(wait)),
        _ => Short(wait),
    };

    /// <summary>Names a method with parentheses, and parameter types where only they tell overloads apart.</summary>
    public static string Call(TaskMethod method) =>
        $"{Escaping.Name(method.DisplayName)}({(method.IsOverloaded ? Escaping.Parameters(method.Parameters) : "")})";

    /// <summary>Prints the first and the last of a list and the number of the others, or all of them.</summary>
    public IEnumerable<string> Shorten<T>(IReadOnlyList<T> items, Func<T, string> print)
    {
        if (options.Full || items.Count <= 2)
            return items.Select(print);
        return [print(items[0]), Count($"<{items.Count - 2} more>"), print(items[^1])];
    }

    /// <summary>Says what a task is that runs no method, and how it stands: <c>Task&lt;int&gt; [pending]</c>.</summary>
    public static string Bare(TaskNode node) => Resource(Escaping.Name(node.Type), [node.State.ToString().ToLowerInvariant()]);

    private IEnumerable<string> Nodes(IReadOnlyList<TaskNode> nodes, Func<TaskNode, bool>? met) =>
        Shorten(nodes, n => met?.Invoke(n) == true ? "..." : Node(n));

    private static IEnumerable<string> Facts(Wait wait) => FactText.Inside(wait);

    private static IEnumerable<string> Fields(Wait wait) => wait.Facts.Where(f => f.Key is "field" or "in").Select(FactText.Of);

    private static IEnumerable<string> Delay(DelayWait delay)
    {
        if (delay.IsInfinite)
            yield return "infinite";
        if (delay.Left is { } left)
            yield return (left < TimeSpan.Zero ? Bound("overdue:", ">=") : Bound("left:", "<=")) + Durations.Text(left.Duration());
        if (delay.Of is { } of)
            yield return "of:" + Durations.Text(of);
        string Bound(string key, string sign) => delay.IsBound ? key + sign : key;
    }

    private static IEnumerable<string> Semaphore(SemaphoreWait semaphore)
    {
        foreach (var value in Optional("value", semaphore.Value))
            yield return value;
        if (semaphore.Waiter is { } waiter)
            yield return semaphore.Waiters is { } waiters ? Count($"waiter:{waiter}/{waiters}") : Number("waiter", waiter);
        else if (semaphore.Waiters is { } waiters)
            yield return Number("waiters", waiters);
    }

    private static string Resource(string name, IEnumerable<string> facts)
    {
        var inside = string.Join(", ", facts);
        return inside.Length == 0 ? name : $"{name} [{inside}]";
    }

    private static string Number(string key, int value) => Count($"{key}:{value}");

    private static IEnumerable<string> Optional(string key, int? value) => value is { } number ? [Number(key, number)] : [];

    private static string Count(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
