using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Prints a task the way Python prints its own: <c>&lt;Task pending name='Task-2' coro=&lt;…&gt; wait_for=&lt;…&gt; cb=[…]&gt;</c>.</summary>
internal sealed class Repr
{
    private const string Indent = "  ";
    private readonly StandText _stand;
    private readonly ChainText _chain;
    private readonly CallbackText _callbacks;
    private readonly bool _isFull;

    public Repr(TaskGraph graph, ReprOptions? options = null)
    {
        options ??= new ReprOptions();
        _stand = new StandText(PlaceNames.For(graph), options);
        Waits = new WaitText(_stand, options);
        _chain = new ChainText(Waits, options);
        _callbacks = new CallbackText(Waits);
        _isFull = options.Full;
    }

    /// <summary>Gets the words for what is waited for.</summary>
    public WaitText Waits { get; }

    /// <summary>Prints a task on one line.</summary>
    public string Line(TaskNode node) => $"<{string.Join(' ', Fields(node))}>";

    /// <summary>Prints a method that has no Task yet on one line.</summary>
    public string Line(RunningMethod running) => $"<{string.Join(' ', Fields(running))}>";

    /// <summary>Prints a task on one line if it fits, else one field a line.</summary>
    public IReadOnlyList<string> Lines(TaskNode node, int width) => Wrap(Fields(node), width);

    /// <summary>Prints a method that has no Task yet on one line if it fits, else one field a line.</summary>
    public IReadOnlyList<string> Lines(RunningMethod running, int width) => Wrap(Fields(running), width);

    /// <summary>Gives the class, the state and the name: <c>Task&lt;int&gt; pending name='Task-2'</c>.</summary>
    public static string Head(TaskNode node) =>
        $"{TypeOf(node)} {node.State.ToString().ToLowerInvariant()} name={Escaping.Quoted(node.DisplayName)}";

    /// <summary>Says where a task's method stands, <c>awaiting at OrderRepo.cs:41</c>; empty when it has none.</summary>
    public string Stand(TaskNode node) => node.Method is null ? "" : _stand.Long(node);

    /// <summary>Says where a method without a Task stands.</summary>
    public string Stand(RunningMethod running) => _stand.Long(running);

    /// <summary>Says what a task waits for, as <c>wait_for</c> does; null when that is not known.</summary>
    public string? WaitsFor(TaskNode node) => node.IsDone ? null : _chain.Of(node);

    /// <summary>Says the exception that ended a task, <c>TimeoutException('no reply')</c>; null when there is none.</summary>
    public static string? Exception(TaskNode node) => node.Exception is { } exception
        ? $"{Escaping.Name(exception.Type)}({(exception.Message is { } message ? Escaping.Quoted(message) : "")})"
        : null;

    /// <summary>Gives what a look says of a task when it was asked for values and contexts: <c>locals=[id=42]</c>, <c>context=&lt;…&gt;</c>, <c>result=42</c>.</summary>
    public static IEnumerable<string> Values(TaskNode node, bool full)
    {
        if (node.Variables is { } variables)
            yield return $"locals=[{string.Join(", ", ValueWords.Items(variables, full))}]";
        if (node.Context is { } context)
            yield return $"context=<{ContextText.Of(context, full)}>";
        if (node is { Exception: null, Result: { } result })
            yield return "result=" + Escaping.Value(result);
    }

    private List<string> Fields(TaskNode node)
    {
        var fields = new List<string> { Head(node) };
        if (node.Method is { } method)
            fields.Add($"coro=<{WaitText.Call(method)}{Blank(_stand.Long(node))}>");
        if (node.Request is { } request && request.Task == node)
            fields.Add($"request=<{RequestText.Of(request)}>");
        if (WaitsFor(node) is { } wait)
            fields.Add($"wait_for=<{wait}>");
        fields.AddRange(Values(node, _isFull));
        if (Exception(node) is { } exception)
            fields.Add("exception=" + exception);
        if (_callbacks.Of(node) is { } callbacks)
            fields.Add($"cb=[{callbacks}]");
        else if (node.IsAbandoned)
            fields.Add("cb=[]"); // said, because for a read or a timer it means something: the next item is lost, or the timer was for nothing
        return fields;
    }

    private List<string> Fields(RunningMethod running) =>
        ["no Task yet", $"coro=<{WaitText.Call(running.Method)}{Blank(_stand.Long(running))}>"];

    private static IReadOnlyList<string> Wrap(List<string> fields, int width)
    {
        var line = $"<{string.Join(' ', fields)}>";
        if (line.Length <= width || fields.Count == 1)
            return [line];
        return [.. fields.SelectMany((f, i) => Wrapping.Lines((i == 0 ? "<" : Indent) + f + (i == fields.Count - 1 ? ">" : ""), width, Indent + Indent))];
    }

    // These two heads are words and no types.
    private static string TypeOf(TaskNode node) => node.Type is "async void" or "async iterator" ? node.Type : Escaping.Name(node.Type);

    private static string Blank(string text) => text.Length == 0 ? "" : " " + text;
}
