using TaskFind.Model;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Prints the logical stacks of tasks, an empty line between them.</summary>
internal sealed class StackPrinter(Answer answer, TaskGraph graph, ReprOptions options)
{
    private const string Continued = "          ";

    private readonly StackText _stack = new(graph, options, new SourceText().Line);

    /// <summary>Prints the stacks of tasks, then the methods that have no Task yet.</summary>
    public void Write(IEnumerable<TaskNode> tasks, IEnumerable<RunningMethod> running)
    {
        var isFirst = true;
        foreach (var lines in tasks.Select(_stack.Lines).Concat(running.Select(_stack.Lines)))
        {
            if (!isFirst)
                answer.WriteLine();
            isFirst = false;
            foreach (var line in lines.SelectMany(Fitted))
                answer.WriteLine(line);
        }
    }

    private IEnumerable<string> Fitted(string line) => answer.Width is { } width ? Wrapping.Lines(line, width, Continued) : [line];
}
