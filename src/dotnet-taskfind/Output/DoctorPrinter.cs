using System.Globalization;
using TaskFind.Rendering;
using TaskFind.Targets;
using TaskFind.Targets.Access;

namespace TaskFind.Tool.Output;

/// <summary>Prints what an examination has found.</summary>
internal static class DoctorPrinter
{
    private static readonly Column[] Columns = [new("pid"), new("name"), new("user"), new("runtime"), new("can be looked at")];

    /// <summary>Writes a line for each thing examined.</summary>
    public static void Write(Answer answer, IReadOnlyList<Check> checks)
    {
        var width = checks.Max(c => c.What.Length);
        foreach (var check in checks)
        {
            var head = $"{Word(check.Mark),-7} {check.What.PadRight(width)}  ";
            Lines(answer, head + Escaping.Text(check.Says), new string(' ', head.Length));
        }
    }

    /// <summary>Writes what is possible, and what to type next.</summary>
    public static void Write(Answer answer, Checkup checkup, string target)
    {
        Lines(answer, Verdict(checkup), "");
        foreach (var line in checkup.Next)
            Lines(answer, line, "");
        if (checkup.IsPossible)
            Lines(answer, $"Next: dotnet-taskfind {target}{(checkup.IsLive ? "" : " --via dump")}", "");
    }

    /// <summary>Writes a table of the processes in sight, with the ways that are open to each.</summary>
    public static void Write(Answer answer, IReadOnlyList<ProcessEntry> processes)
    {
        if (processes.Count == 0)
        {
            Lines(answer, "No .NET process is in sight. Those of other users may need sudo.", "");
            return;
        }

        answer.WriteTable(TableLayout.Lines(answer, Columns, [.. processes.Select(Row)]));
        answer.WriteLine();
        Lines(answer, string.Create(CultureInfo.InvariantCulture, $"Next: dotnet-taskfind doctor {processes[0].ProcessId}"), "");
    }

    private static string[] Row(ProcessEntry process) =>
    [
        process.ProcessId.ToString(CultureInfo.InvariantCulture),
        Escaping.Text(process.Name),
        Escaping.Text(process.User),
        process.RuntimeVersion is { } version ? Escaping.Text(version) : "",
        Ways(process.ProcessId),
    ];

    private static string Ways(int pid)
    {
        try
        {
            return ProcessCheck.Of(pid, new TargetOptions()) switch
            {
                { IsLive: true, IsDump: true } => "live, through a dump",
                { IsLive: true } => "live",
                { IsDump: true } => "through a dump",
                _ => "no",
            };
        }
        catch (TargetException)
        {
            return "no: it has ended";
        }
    }

    private static string Verdict(Checkup checkup) => checkup switch
    {
        { IsDumpFile: true, IsLive: true } => "It can be looked at.",
        { IsDumpFile: true } => "It cannot be looked at.",
        { IsLive: true, IsDump: true } => "It can be looked at live, and it could write a dump of itself (--via dump).",
        { IsLive: true } => "It can be looked at live.",
        { IsDump: true } => "It cannot be looked at live, but through a dump that it writes itself.",
        _ => "It cannot be looked at.",
    };

    private static string Word(CheckMark mark) => mark switch
    {
        CheckMark.Fine => "ok",
        CheckMark.Closed => "closed",
        _ => "note",
    };

    private static void Lines(Answer answer, string text, string indent) =>
        answer.WriteLines(answer.Width is { } width ? Wrapping.Lines(text, width, indent) : [text]);
}
