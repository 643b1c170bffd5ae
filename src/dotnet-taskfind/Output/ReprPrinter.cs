using TaskFind.Model;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Prints tasks one a line, or over several lines on a terminal that is too narrow.</summary>
internal sealed class ReprPrinter(Answer answer, TaskGraph graph, ReprOptions options)
{
    private readonly Repr _repr = new(graph, options);

    /// <summary>Prints tasks, then the methods that have none yet.</summary>
    public void Write(IEnumerable<TaskNode> tasks, IEnumerable<RunningMethod> running)
    {
        foreach (var task in tasks)
            Write(task);
        foreach (var method in running)
            Write(method);
    }

    /// <summary>Prints a task, after a word of ours if there is one.</summary>
    public void Write(TaskNode task, string prefix = "")
    {
        if (answer.Width is not { } width)
            answer.WriteLine(prefix + _repr.Line(task));
        else
            WriteAll(_repr.Lines(task, width - prefix.Length), prefix);
    }

    private void Write(RunningMethod running)
    {
        if (answer.Width is not { } width)
            answer.WriteLine(_repr.Line(running));
        else
            WriteAll(_repr.Lines(running, width), prefix: "");
    }

    private void WriteAll(IReadOnlyList<string> lines, string prefix)
    {
        for (var i = 0; i < lines.Count; i++)
            answer.WriteLine(i == 0 ? prefix + lines[i] : lines[i]);
    }
}
