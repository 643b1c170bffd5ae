using System.CommandLine;
using System.Globalization;
using TaskFind.Targets;
using TaskFind.Targets.Access;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>What this machine lets us do to a target, why not, and what to type next.</summary>
internal sealed class DoctorCommand : ToolCommand
{
    private readonly LookOptionSet _look = new() { IsForChecksAlone = true };

    /// <summary>Creates the command.</summary>
    public DoctorCommand()
        : base("doctor", "Say what this machine lets you do to a process or dump, why not, and what to type next. Nothing is stopped.", """
            dotnet-taskfind doctor
            dotnet-taskfind doctor 4711
            dotnet-taskfind doctor core.4711
            """)
    {
        _look.AddTo(this);
        SetAction(result => Run(_look.Read(result, pattern: null)));
    }

    private static int Run(LookSettings settings)
    {
        if (!OperatingSystem.IsLinux())
            throw new UsageException("What a system lets you do is examined on Linux alone.", "Type 'dotnet-taskfind ps' to see the processes.");
        if (settings.Target == TargetSpec.OnlyProcess)
            return OfMachine();
        var options = new TargetOptions { DacPath = settings.Look.DacPath, TrustDac = settings.Look.TrustDac };
        if (settings.Target.DumpPath is { } capture && TaskCapture.IsCapture(capture))
            return Print(CaptureCheckup.Of(capture), $"'{capture}'");
        if (settings.Target.DumpPath is { } path)
            return OfDump(path, options, settings);
        var pid = TargetFinder.ProcessOf(settings.Target);
        return Print(ProcessCheck.Of(pid, options), pid.ToString(CultureInfo.InvariantCulture));
    }

    private static int OfDump(string path, TargetOptions options, LookSettings settings)
    {
        if (Isolation.IsWise(settings.Target, settings.Look))
            throw new HandedOverException(Isolation.Run());
        return Print(TargetThread.Run(() => DumpCheck.Of(path, options, Interruption.Token)), $"'{path}'");
    }

    private static int OfMachine()
    {
        var processes = ProcessList.DotNet();
        Answer.Write(null, answer =>
        {
            DoctorPrinter.Write(answer, MachineCheck.Of(AccessFacts.Of(Environment.ProcessId)));
            answer.WriteLine();
            DoctorPrinter.Write(answer, processes);
        });
        return processes.Count == 0 ? ExitCode.NoMatch : ExitCode.Found;
    }

    private static int Print(Checkup checkup, string target)
    {
        Answer.Write(null, answer =>
        {
            DoctorPrinter.Write(answer, checkup.Checks);
            answer.WriteLine();
            DoctorPrinter.Write(answer, checkup, target);
        });
        return checkup.IsPossible ? ExitCode.Found : ExitCode.CouldNotLook;
    }
}
