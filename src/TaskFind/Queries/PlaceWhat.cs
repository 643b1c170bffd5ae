using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>A search for the tasks whose statement covers a line.</summary>
/// <param name="Text">The words as they were typed.</param>
/// <param name="File">A file's name or the end of its path, at a folder.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record PlaceWhat(string Text, string File, int Line) : What(Text)
{
    /// <inheritdoc/>
    public override Matcher On(TaskGraph graph, bool ignoreCase)
    {
        bool[] points = [.. graph.Points.Select(p => Covers(p, ignoreCase))];
        return new Matcher(
            node => node.PointIndex >= 0 && points[node.PointIndex],
            running => Covers(running.Point, ignoreCase));
    }

    /// <summary>Tells whether a path is the file that is meant.</summary>
    public bool IsFile(string path, bool ignoreCase)
    {
        var wanted = File.Replace('\\', '/');
        var actual = path.Replace('\\', '/');
        if (!actual.EndsWith(wanted, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            return false;
        return actual.Length == wanted.Length || wanted[0] == '/' || actual[^(wanted.Length + 1)] == '/';
    }

    // The place of a task that is done is where its method is defined, which nobody waits at.
    private bool Covers(AwaitPoint point, bool ignoreCase) =>
        point is { Kind: not AwaitPointKind.Done, Line: { } at } && at.Line <= Line && Line <= Math.Max(at.Line, at.EndLine) && IsFile(at.File, ignoreCase);
}
