using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries;

namespace TaskFind.Rendering;

/// <summary>
/// Prints the logical stack of a task as .NET prints its stack traces, the innermost first: what is waited for, the awaited methods, the
/// task's own method, then who awaits it.
/// </summary>
internal sealed class StackText
{
    private const string Indent = "   ";
    private const string SourceIndent = "        ";
    private const string VariableIndent = SourceIndent + "  ";
    private readonly Repr _repr;
    private readonly StandText _stand;
    private readonly Func<SourceLine, string?> _source;
    private readonly CallbackText _callbacks;
    private readonly bool _isFull;

    /// <summary>Makes the printer; <paramref name="source"/> gives the line of a source file, when it is there.</summary>
    public StackText(TaskGraph graph, ReprOptions? options = null, Func<SourceLine, string?>? source = null)
    {
        options ??= new ReprOptions();
        _repr = new Repr(graph, options);
        _stand = new StandText(PlaceNames.For(graph), options);
        _callbacks = new CallbackText(_repr.Waits);
        _source = source ?? (_ => null);
        _isFull = options.Full;
    }

    /// <summary>Prints the stack of a task.</summary>
    public IReadOnlyList<string> Lines(TaskNode node)
    {
        var lines = new List<string> { $"<{Repr.Head(node)}>" };
        if (Repr.Exception(node) is { } exception)
            lines.Add($"{Indent}threw {exception}");
        if (node.Context is { } context)
            lines.AddRange(ContextText.Items(context, _isFull).Select(item => $"{Indent}context {item}"));
        var chain = AwaitChain.From(node);
        Innermost(lines, node, chain);
        for (var i = chain.Hops.Count - 1; i >= 0; i--)
            Frame(lines, chain.Hops[i]);
        Frame(lines, node);
        Waiters(lines, node, [node, .. chain.Hops]);
        return lines;
    }

    /// <summary>Prints the one frame of a method that has no Task yet.</summary>
    public IReadOnlyList<string> Lines(RunningMethod running)
    {
        var lines = new List<string> { "<no Task yet>" };
        Frame(lines, running.Method, running.Point with { Kind = AwaitPointKind.Running }, running.Thread);
        return lines;
    }

    private void Innermost(List<string> lines, TaskNode node, AwaitChain chain)
    {
        if (chain.Leaf?.Via is { } via)
            lines.Add($"{Indent}through {_repr.Waits.Of(via)}");
        if (chain.End == ChainEnd.Leaf)
            lines.Add($"{Indent}waits for {_repr.Waits.Of(chain.Leaf!, n => n == node || chain.Hops.Contains(n))}");
        else if (chain.End == ChainEnd.Cycle)
            lines.Add($"{Indent}... {_repr.Waits.Node(chain.ClosesAt!.Value)} again: a cycle");
        else if (chain.End == ChainEnd.Limit)
            lines.Add($"{Indent}... deeper than {Limits.Graph.ChainHops.ToString(CultureInfo.InvariantCulture)}");
    }

    private void Frame(List<string> lines, TaskNode node)
    {
        if (node.Method is not { } method)
            return;
        var point = node.Point ?? new AwaitPoint(AwaitPointKind.Awaiting);
        if (node.IsDone)
            point = point with { Kind = AwaitPointKind.Done, Line = point.Line ?? method.DefinedAt };
        Frame(lines, method, point, node.Thread);
        if (node.Variables is { } variables)
            lines.AddRange(ValueWords.Items(variables, _isFull).Select(item => VariableIndent + item));
    }

    private void Frame(List<string> lines, TaskMethod method, AwaitPoint point, int? thread)
    {
        var place = point.Line is { } line
            ? $" in {Escaping.Text(_stand.Path(line))}:line {line.Line.ToString(CultureInfo.InvariantCulture)}"
            : _stand.At(point);
        lines.Add($"{Indent}at {Escaping.Text(method.Signature)}{place}{How(point, thread)}");
        if (point.Line is { } at && _source(at) is { } source)
            lines.Add(SourceIndent + Escaping.Text(source.Trim()));
    }

    private static string How(AwaitPoint point, int? thread) => point.Kind switch
    {
        AwaitPointKind.Awaiting => "",
        AwaitPointKind.Running when thread is { } id => $" (running on thread {id.ToString(CultureInfo.InvariantCulture)})",
        _ => $" ({StandText.Word(point)})",
    };

    private void Waiters(List<string> lines, TaskNode node, HashSet<TaskNode> met)
    {
        var isFirst = true;
        for (var hops = 0; hops < Limits.Graph.ChainHops; hops++)
        {
            var waiters = node.Continuations;
            if (waiters.Count == 0)
                return;
            if (waiters.Count > 1)
                lines.Add($"{Indent}--- awaited by {waiters.Count.ToString(CultureInfo.InvariantCulture)} ---");
            else if (isFirst)
                lines.Add(Indent + "--- awaited by ---");
            isFirst = false;
            foreach (var waiter in waiters.Take(Limits.Text.StackWaiters))
                One(lines, waiter, met);
            if (waiters.Count > Limits.Text.StackWaiters)
                lines.Add($"{Indent}<{(waiters.Count - Limits.Text.StackWaiters).ToString(CultureInfo.InvariantCulture)} more>");
            if (waiters.Count > 1 || Waiter.Behind(waiters[0]).Waiter is not { } next || !met.Add(next))
                return;
            node = next;
        }

        lines.Add($"{Indent}... higher than {Limits.Graph.ChainHops.ToString(CultureInfo.InvariantCulture)}");
    }

    private void One(List<string> lines, Continuation waiter, HashSet<TaskNode> met)
    {
        if (waiter.Thread is { } thread)
            lines.Add($"{Indent}thread {thread.ToString(CultureInfo.InvariantCulture)} is blocked on it");
        else if (Waiter.Behind(waiter).Waiter is not { } node)
            lines.Add(Indent + _callbacks.One(waiter));
        else if (met.Contains(node))
            lines.Add($"{Indent}... {_repr.Waits.Node(node)} again: a cycle");
        else if (node.Method is null)
            lines.Add(Indent + _callbacks.One(waiter));
        else
            Frame(lines, node);
    }
}
