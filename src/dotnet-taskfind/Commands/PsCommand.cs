using System.Globalization;
using TaskFind.Rendering;
using TaskFind.Targets;
using TaskFind.Tool.Help;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>The .NET processes that can be looked at.</summary>
internal sealed class PsCommand : ToolCommand
{
    private static readonly Column[] Columns = [new("pid"), new("name"), new("user"), new("runtime"), new("command line")];

    /// <summary>Creates the command.</summary>
    public PsCommand()
        : base("ps", "List the .NET processes that can be looked at.", "dotnet-taskfind ps") => SetAction(_ => Run());

    private static int Run()
    {
        var processes = ProcessList.DotNet();
        if (processes.Count == 0)
        {
            Notes.Line("No .NET process is in sight. Those of other users may need sudo.");
            return ExitCode.NoMatch;
        }

        Answer.Write(null, answer => answer.WriteTable(TableLayout.Lines(answer, Columns, [.. processes.Select(Row)])));
        return ExitCode.Found;
    }

    private static string[] Row(ProcessEntry process) =>
    [
        process.ProcessId.ToString(CultureInfo.InvariantCulture),
        Escaping.Text(process.Name),
        Escaping.Text(process.User),
        process.RuntimeVersion is { } version ? Escaping.Text(version) : "",
        process.WhyUnreadable is { } why ? $"[{why}]" : Escaping.Text(process.CommandLine),
    ];
}
