using TaskFind.Model;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Prints the logical stacks of tasks, an empty line between them.</summary>
internal sealed class StackPrinter
{
    private const string Continued = "          ";
    private readonly Answer _answer;
    private readonly SourceText _source;
    private readonly StackText _stack;

    public StackPrinter(Answer answer, TaskGraph graph, ReprOptions options, string? sourceRoot)
    {
        _source = new SourceText(sourceRoot);
        (_answer, _stack) = (answer, new StackText(graph, options, _source.Line));
    }

    /// <summary>Prints the stacks of tasks, then the methods that have no Task yet.</summary>
    public void Write(IEnumerable<TaskNode> tasks, IEnumerable<RunningMethod> running)
    {
        var isFirst = true;
        foreach (var lines in tasks.Select(_stack.Lines).Concat(running.Select(_stack.Lines)))
        {
            if (!isFirst)
                _answer.WriteLine();
            isFirst = false;
            foreach (var line in lines.SelectMany(Fitted))
                _answer.WriteLine(line);
        }

        if (_source.Omitted > 0)
            Notes.Line($"Not shown: the source of {_source.Omitted} places, since no more than {Limits.Text.SourceFiles} files of at most {Limits.Text.SourceBytes >> 20} MiB are opened.");
    }

    private IEnumerable<string> Fitted(string line) => _answer.Width is { } width ? Wrapping.Lines(line, width, Continued) : [line];
}
