using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>Gives the files below a folder their paths relative to it, wherever the build has written whole paths.</summary>
internal static class SourceRoot
{
    /// <summary>Gives a graph in which that is so; what has such a path already keeps it.</summary>
    public static TaskGraph Apply(TaskGraph graph, string folder)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        var data = graph.Data;
        return new TaskGraph(data with
        {
            Points = [.. data.Points.Select(Point)],
            Methods = [.. data.Methods.Select(Method)],
            Threads = [.. data.Threads.Select(t => t with { Frames = [.. t.Frames.Select(f => new ThreadFrame(Method(f.Method), Point(f.Point)))] })],
            RunningMethods = [.. data.RunningMethods.Select(r => r with { Method = Method(r.Method), Point = Point(r.Point) })],
        });

        AwaitPoint Point(AwaitPoint point) => Line(point.Line) is { } line ? point with { Line = line } : point;
        TaskMethod Method(TaskMethod method) => Line(method.DefinedAt) is { } line ? method with { DefinedAt = line } : method;
        SourceLine? Line(SourceLine? line) => line is { RepoPath: null } && line.File.StartsWith(root, StringComparison.Ordinal) ? line with { RepoPath = line.File[root.Length..].Replace('\\', '/') } : null;
    }
}
