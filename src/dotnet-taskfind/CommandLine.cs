using System.CommandLine;
using System.CommandLine.Invocation;
using TaskFind.Rendering;
using TaskFind.Targets;
using TaskFind.Tool.Commands;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Output;

namespace TaskFind.Tool;

/// <summary>Parses the command line, runs the command, and turns whatever happens into a line on stderr and an exit code.</summary>
internal static class CommandLine
{
    private const string MoreTime = "Give it more time with --timeout SECONDS, or look at a dump (dotnet-dump collect).";

    /// <summary>Runs one command line and returns its exit code.</summary>
    public static int Run(string[] args)
    {
        var result = OverviewCommand.Root().Parse(args);
        if (result.Action is ParseErrorAction)
            return Usage(result);

        LastWords.Prepare(args);
        using var interruption = new Interruption();
        return Guarded(args, () =>
        {
            using var output = new StreamWriter(StandardStream.Output());
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output });
        });
    }

    /// <summary>Does the work of a command line and turns whatever it throws into a line on stderr and an exit code.</summary>
    public static int Guarded(string[] args, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (HandedOverException e)
        {
            return e.ExitCode;
        }
        catch (TargetException e)
        {
            Notes.Error(e.Message, e.Hint);
            foreach (var candidate in e.Candidates)
                Notes.Line($"  {candidate.ProcessId,8}  {Escaping.Text(candidate.Name)}  {Escaping.Text(candidate.CommandLine)}");
            return e.Kind switch
            {
                TargetTrouble.SeveralProcesses => ExitCode.Usage,
                TargetTrouble.TargetGone or TargetTrouble.Timeout => ExitCode.CutShort,
                _ => ExitCode.CouldNotLook,
            };
        }
        catch (UsageException e)
        {
            Notes.Error(e.Message, e.Hint);
            return ExitCode.Usage;
        }
        catch (LookAbandonedException e)
        {
            return HardExit.Now(ExitCode.CutShort, $"[ERROR] {e.Message}\n{MoreTime}\n");
        }
        catch (OperationCanceledException) when (Interruption.ExitCode is { } code)
        {
            return code;
        }
        catch (OperationCanceledException)
        {
            Notes.Error("The look was not done in its time.", MoreTime);
            return ExitCode.CutShort;
        }
#pragma warning disable CA1031 // The last resort: everything unforeseen is our bug and becomes one line.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Notes.Bug(e, IsVerbose(args));
            return ExitCode.Bug;
        }
    }

    /// <summary>Tells whether more is to be said, before the words are understood.</summary>
    public static bool IsVerbose(string[] args) => args.Contains("--verbose") || args.Contains("-v");

    private static int Usage(ParseResult result)
    {
        foreach (var error in result.Errors.Select(e => e.Message).Distinct())
            Notes.Error(error);
        var command = result.CommandResult.Command;
        Notes.Line(command is RootCommand
            ? "Type 'dotnet-taskfind --help' to see what it can do."
            : $"Type 'dotnet-taskfind {command.Name} --help' to see how it is used.");
        return ExitCode.Usage;
    }
}
