using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TaskFind.Targets;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Looking;

/// <summary>
/// Does the work in a child process, so that this one can say what happened when the runtime's debugging library, native code that reads what a target wrote,
/// crashes: that cannot be caught. The kernel lets the target go when the child dies.
/// </summary>
internal static class Isolation
{
    /// <summary>The option that asks for it.</summary>
    public const string Option = "--isolate";
    private const string Marker = "TASKFIND_ISOLATED";

    /// <summary>What a process that a signal ended has for an exit code: this, and the signal.</summary>
    private const int BySignal = 128;

    /// <summary>Tells whether the work is to be done in a child: it was asked for, and this is not the child.</summary>
    public static bool IsAskedFor(string[] args) => args.Contains(Option) && Environment.GetEnvironmentVariable(Marker) is null;

    /// <summary>Runs the same command line in a child on the same input and output, and gives its exit code.</summary>
    public static int Run(string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        Array.ForEach(args, start.ArgumentList.Add);
        start.Environment[Marker] = "1";
        using var child = Process.Start(start)!;

        // A terminal sends its signals to both; one that was meant for this process alone is handed on.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Pass(context, child, Libc.SIGINT, Console.IsInputRedirected));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Pass(context, child, Libc.SIGTERM, hands: true));
        child.WaitForExit();
        return child.ExitCode is > BySignal and not (ExitCode.Interrupted or ExitCode.Terminated) and var code ? Crashed(code - BySignal) : child.ExitCode;
    }

    private static int Crashed(int signal)
    {
        Notes.Error(
            string.Create(CultureInfo.InvariantCulture, $"The process that read the target died of signal {signal}: {Why(signal)}."),
            "A process that was looked at runs on. Try once more; of a dump, take another one. What was written so far may be cut short.");
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
