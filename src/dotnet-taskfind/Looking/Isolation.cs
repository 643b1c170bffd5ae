using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TaskFind.Targets;
using TaskFind.Tool.Commands;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Looking;

/// <summary>
/// Does the work in a child process, so that this one can say what happened when the runtime's debugging library, native code that reads what a target wrote,
/// crashes or never comes back: neither can be caught. The kernel lets the target go when the child dies.
/// </summary>
internal static class Isolation
{
    /// <summary>The option that asks for it.</summary>
    public const string Option = "--isolate";
    private const string Marker = "TASKFIND_ISOLATED";

    /// <summary>What a process that a signal ended has for an exit code: this, and the signal.</summary>
    private const int BySignal = 128;

    /// <summary>How long after the look's own time a child may stand still: one that runs ends a look itself that does not come back.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    /// <summary>Gets whether this process is the child.</summary>
    public static bool IsChild { get; } = Environment.GetEnvironmentVariable(Marker) is not null;

    /// <summary>Gets whether the parent writes the child's answer to a file: it may do what the child no longer may.</summary>
    public static bool AnswersToParent { get; } = Environment.GetEnvironmentVariable(Marker) == "answer";

    /// <summary>Tells from the words alone whether the work is to be done in a child: it was asked for, or a dump is named, whose damage can crash that library.</summary>
    public static bool IsAskedFor(string[] args) => !IsChild && OperatingSystem.IsLinux() && (args.Contains(Option) || args.Any(DumpFile.IsLikely));

    /// <summary>Tells whether to look at a target in a child: another user made it what it is, or a library is loaded that others could have written. No library reads a capture.</summary>
    public static bool IsWise(TargetSpec target, LookOptions look) =>
        !IsChild && OperatingSystem.IsLinux() && !(target.DumpPath is { } file && TaskCapture.IsCapture(file)) && (look.TrustDac || look.DacPath is not null || target.DumpPath is not null || ProcessStatus.Of(TargetFinder.ProcessOf(target)) is { EffectiveUser: var user } && user != Libc.GetEUid());

    /// <summary>Runs the same command line in a child on the same input and output, and gives its exit code.</summary>
    public static int Run()
    {
        var args = Environment.GetCommandLineArgs()[1..];
        var (file, timeout) = Asked(args);
        if (file is null)
            return Run(args, timeout, answer: null);
        var code = 0;
        try
        {
            Answer.Write(file, answer => code = Run(args, timeout, answer));
        }
        catch (NoAnswerException e)
        {
            return e.ExitCode;
        }

        return code;
    }

    private static int Run(string[] args, TimeSpan timeout, Answer? answer)
    {
        using var child = answer is null ? Start(args, answers: false) : answer.AsOutputOf(() => Start(args, answers: true));

        // A terminal sends its signals to both; one that was meant for this process alone is handed on.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Pass(context, child, Libc.SIGINT, Console.IsInputRedirected));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Pass(context, child, Libc.SIGTERM, hands: true));
        var code = IsOver(child, timeout + Patience) ? CodeOf(child.ExitCode) : Frozen(child, timeout);
        return answer is null || code is ExitCode.Found or ExitCode.NoMatch or ExitCode.CutShort && child.ExitCode == code ? code : throw new NoAnswerException(code);
    }

    private static Process Start(string[] args, bool answers)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        Array.ForEach(args, start.ArgumentList.Add);
        start.Environment[Marker] = answers ? "answer" : "1";

        // A child that is killed, or becomes another user, could not take its diagnostics socket away; and nobody wants a dump of a process that held another's memory.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return Process.Start(start)!;
    }

    /// <summary>Reads from the command line what the parent itself has to know: the file for the answer, and how long the look may take.</summary>
    private static (string? File, TimeSpan Timeout) Asked(string[] args)
    {
        if (!args.Any(a => a.StartsWith("-o", StringComparison.Ordinal) || a.StartsWith("--o", StringComparison.Ordinal) || a.StartsWith("--timeout", StringComparison.Ordinal)))
            return (null, new LookOptions().Timeout);
        var result = OverviewCommand.Root().Parse(args);
        if (result.Errors.Count > 0)
            return (null, new LookOptions().Timeout); // the child says so
        var options = result.CommandResult.Command.Options;
        var file = options.Any(o => o.Name == "--output") ? result.GetValue<string?>("--output") : null;
        return (file, options.Any(o => o.Name == "--timeout") ? TimeSpan.FromSeconds(result.GetValue<double>("--timeout")) : new LookOptions().Timeout);
    }

    private static int CodeOf(int code) => code is > BySignal and not (ExitCode.Interrupted or ExitCode.Terminated) ? Crashed(code - BySignal) : code;

    private static int Crashed(int signal)
    {
        Notes.Error(
            string.Create(CultureInfo.InvariantCulture, $"The process that read the target died of signal {signal}: {Why(signal)}."),
            "A process that was looked at runs on. Try once more; of a dump, take another one. What was written so far may be cut short.");
        return ExitCode.CutShort;
    }

    // Somebody stopped the child, and it holds its target: that must not last. Ctrl-Z stops this process too, whose time then does not count.
    private static bool IsOver(Process child, TimeSpan limit)
    {
        for (var waited = TimeSpan.Zero; !child.WaitForExit(Heartbeat); waited += Heartbeat)
        {
            if (waited > limit && ProcessStatus.Of(child.Id) is { State: 'T' })
                return false;
        }

        child.WaitForExit();
        return true;
    }

    private static int Frozen(Process child, TimeSpan timeout)
    {
        child.Kill();
        child.WaitForExit();
        Notes.Error(
            string.Create(CultureInfo.InvariantCulture, $"The process that read the target was stopped by somebody, did not come back within {timeout.TotalSeconds:0.#} s and was ended."),
            "A process that was looked at runs on. Try once more.");
        return ExitCode.CutShort;
    }

    private static string Why(int signal) =>
        signal == Libc.SIGKILL ? "somebody ended it, or the system did for want of memory" : "most likely the runtime's debugging library could not bear what it read";

    private static void Pass(PosixSignalContext context, Process child, int signal, bool hands)
    {
        context.Cancel = true;
        if (hands && !child.HasExited)
            _ = Libc.Kill(child.Id, signal);
    }
}
