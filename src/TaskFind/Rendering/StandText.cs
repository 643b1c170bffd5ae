using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says how a method stands and where: <c>awaiting at OrderRepo.cs:41</c>.</summary>
internal sealed class StandText(PlaceNames places, ReprOptions options)
{
    /// <summary>Says it in full, for the method of the task itself; empty when nothing is known.</summary>
    public string Long(TaskNode node) => node.IsDone
        ? Done(node.Point?.Line ?? node.Method?.DefinedAt)
        : node.Point is { } point ? Word(point) + At(point) + On(point, node.Thread) : "";

    /// <summary>Says it for a hop or a waiter, where an <c>await</c> goes without saying: a leading blank and the place.</summary>
    public string Short(TaskNode node) => node switch
    {
        { IsDone: true } => " done",
        { Point: null } => "",
        { Point: { Kind: AwaitPointKind.Awaiting } point } => At(point),
        { Point: { } point } => " " + Word(point) + At(point) + On(point, node.Thread),
    };

    /// <summary>Says it for a method that runs without a Task.</summary>
    public string Long(RunningMethod running) => "running" + At(running.Point) + On(running.Point with { Kind = AwaitPointKind.Running }, running.Thread);

    /// <summary>Gives the file's short name, or its whole path where all is asked for; not escaped.</summary>
    public string Path(SourceLine line) => options.Full ? line.File : places[line.File];

    /// <summary>Names a file and line, <c>OrderRepo.cs:41</c>.</summary>
    public string Place(SourceLine line) => string.Create(CultureInfo.InvariantCulture, $"{Escaping.File(Path(line))}:{line.Line}");

    /// <summary>Gives the word for how it stands.</summary>
    public static string Word(AwaitPoint point) => point.Kind switch
    {
        AwaitPointKind.Awaiting => "awaiting",
        AwaitPointKind.Running => "running",
        AwaitPointKind.Queued => "queued",
        AwaitPointKind.NotStarted => "not started",
        AwaitPointKind.Yielded => "yielded",
        _ => "done",
    };

    /// <summary>Says the place with a leading blank, as line or IL offset; empty when neither is known.</summary>
    public string At(AwaitPoint point)
    {
        var facts = new List<string>();
        if (point.IsImplicit)
            facts.Add("implicit");
        if (point.Line is null && point.AwaitIndex is { } index)
            facts.Add(Fact($"await:{index}") + (point.AwaitCount is { } count ? Fact($"/{count}") : ""));
        if ((point.Line is null || point.IsImplicit) && point.Callee is { Length: > 0 } callee)
            facts.Add("callee:" + Escaping.Value(callee));
        var place = point switch
        {
            { Line: { } line } => " at " + Place(line),
            { ILOffset: { } offset } => Fact($" at IL_{offset:x4}"),
            _ => "",
        };
        return facts.Count == 0 ? place : $"{place} [{string.Join(", ", facts)}]";
    }

    private string Done(SourceLine? defined) => defined is null ? "done" : $"done, defined at {Place(defined)}";

    private static string On(AwaitPoint point, int? thread) =>
        point.Kind == AwaitPointKind.Running && thread is { } id ? string.Create(CultureInfo.InvariantCulture, $" on thread {id}") : "";

    private static string Fact(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
