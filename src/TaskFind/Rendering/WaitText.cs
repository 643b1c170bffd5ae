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
        OtherWait other => Escaping.Name(other.Type),
        _ => Resource(wait, tasks: true, met),
    };

    /// <summary>Says a task in a few words: its method and where that stands, or the thing that it is.</summary>
    public string Node(TaskNode node) => node switch
    {
        { Method: { } method } => Call(method) + stand.Short(node),
        { IsDone: false, Wait: { } wait } => wait is TaskWait { Target: { Method: null } end } ? Bare(end) : Short(wait),
        _ => Bare(node),
    };

    /// <summary>Says a wait without the tasks behind it.</summary>
    public string Short(Wait wait) => wait is TaskWait or OtherWait ? Of(wait) : Resource(wait, tasks: false, met: null);

    /// <summary>Says what several waits have in common: the name and the facts that hold for all, but no numbers of one alone.</summary>
    public string Alike(Wait wait)
    {
        if (wait is TaskWait or OtherWait)
            return Of(wait);
        var text = new Bracketed(Head(wait));
        if (wait is SemaphoreWait or DelayWait)
            AddNumbers(ref text, wait);
        AddFacts(ref text, wait);
        return text.Text();
    }

    /// <summary>Names a method with parentheses, and parameter types where only they tell overloads apart.</summary>
    public static string Call(TaskMethod method) =>
        $"{Escaping.Name(method.DisplayName)}({(method.IsOverloaded ? Escaping.Parameters(method.Parameters) : "")})";

    /// <summary>Prints the first and the last of a list and the number of the others, or all of them.</summary>
    public IEnumerable<string> Shorten<T>(IReadOnlyList<T> items, Func<T, string> print)
    {
        if (options.Full || items.Count <= 2)
            return items.Select(print);
        return [print(items[0]), string.Create(CultureInfo.InvariantCulture, $"<{items.Count - 2} more>"), print(items[^1])];
    }

    /// <summary>Says what a task is that runs no method, and how it stands: <c>Task&lt;int&gt; [pending]</c>.</summary>
    public static string Bare(TaskNode node) => $"{Escaping.Name(node.Type)} [{node.State.ToString().ToLowerInvariant()}]";

    private string Resource(Wait wait, bool tasks, Func<TaskNode, bool>? met)
    {
        var text = new Bracketed(Head(wait));
        AddNumbers(ref text, wait);
        AddFacts(ref text, wait);
        if (tasks && wait.Joined is { Count: > 0 } nodes)
        {
            foreach (var node in Shorten(nodes, n => met?.Invoke(n) == true ? "..." : Node(n)))
                text.Add(node);
        }

        return text.Text();
    }

    private static void AddFacts(ref Bracketed text, Wait wait)
    {
        foreach (var fact in wait.Facts)
        {
            if (fact.Kind != WaitFactKind.Label)
                FactText.Add(ref text, fact);
        }
    }

    private static string Head(Wait wait) => wait switch
    {
        DelayWait => "Task.Delay",
        CompletionSourceWait source => Escaping.Name(source.Type),
        WhenAllWait => "Task.WhenAll",
        WhenAnyWait => "Task.WhenAny",
        SemaphoreWait => "SemaphoreSlim",
        ResourceWait resource => FactText.Head(resource),
        _ => wait.Kind.ToString(),
    };

    private static void AddNumbers(ref Bracketed text, Wait wait)
    {
        switch (wait)
        {
            case DelayWait delay:
                AddDelay(ref text, delay);
                break;
            case CompletionSourceWait { Name: { } name }:
                text.Add("name", Escaping.Quoted(name));
                break;
            case WhenAllWait all:
                text.Add("left", all.Left);
                text.AddKnown("of", all.Of);
                break;
            case WhenAnyWait any:
                text.Add("of", any.Of);
                break;
            case SemaphoreWait semaphore:
                AddSemaphore(ref text, semaphore);
                break;
        }
    }

    private static void AddDelay(ref Bracketed text, DelayWait delay)
    {
        if (delay.IsInfinite)
            text.Add("infinite");
        if (delay.Left is { } left)
            text.Add(left < TimeSpan.Zero ? "overdue" : "left", (!delay.IsBound ? "" : left < TimeSpan.Zero ? ">=" : "<=") + Durations.Text(left.Duration()));
        if (delay.Of is { } of)
            text.Add("of", Durations.Text(of));
    }

    private static void AddSemaphore(ref Bracketed text, SemaphoreWait semaphore)
    {
        text.AddKnown("value", semaphore.Value);
        if (semaphore is { Waiter: { } waiter, Waiters: { } waiters })
            text.Add("waiter", waiter, waiters);
        else if (semaphore.Waiter is { } alone)
            text.Add("waiter", alone);
        else
            text.AddKnown("waiters", semaphore.Waiters);
    }
}
