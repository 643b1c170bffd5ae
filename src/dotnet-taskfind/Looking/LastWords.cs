using TaskFind.Targets;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Looking;

/// <summary>
/// Says in a sentence what nobody can catch: an exception on a thread of its own, or one that would have to pass through frames of the debugging library,
/// which asked ClrMD for nonsense. The runtime would print a stack trace and abort.
/// </summary>
internal static class LastWords
{
    /// <summary>Begins to listen.</summary>
    public static void Prepare(string[] args) => AppDomain.CurrentDomain.UnhandledException += (_, e) => Say(e.ExceptionObject as Exception, CommandLine.IsVerbose(args));

    private static void Say(Exception? exception, bool verbose)
    {
        if (exception is null || ReaderFault.Is(exception))
        {
            Notes.Error(
                "The runtime's debugging library went astray in what it read, and the look was ended.",
                "A process that was looked at runs on. Try once more; of a dump, take another one.");
            HardExit.Now(ExitCode.CutShort);
        }

        Notes.Bug(exception!, verbose);
        HardExit.Now(ExitCode.Bug);
    }
}
