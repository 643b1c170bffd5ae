using System.CommandLine;
using TaskFind.Targets;
using TaskFind.Tool.Help;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>The .NET processes that can be looked at.</summary>
internal sealed class PsCommand : ToolCommand
{
    /// <summary>Creates the command.</summary>
    public PsCommand()
        : base("ps", "List the .NET processes that can be looked at.", "dotnet-taskfind ps") => SetAction(_ => Run());

    private static int Run()
    {
        var processes = ProcessList.DotNet().Where(p => p.ProcessId != Environment.ProcessId).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.ProcessId).ToList();
        if (processes.Count == 0)
        {
            Notes.Line("No .NET process that could be looked at was found. Those of other users need sudo.");
            return ExitCode.NoMatch;
        }

        return ExitCode.Found;
    }
}
