using System.Runtime.InteropServices;

namespace TaskFind.Targets;

/// <summary>Keeps SIGCHLD from this process for as long as a child of it comes to its stop.</summary>
/// <remarks>
/// The kernel sends SIGCHLD for each stop of a traced thread, and .NET answers it by waitpid for the children that Process.Start has
/// made. It takes a stop for the end: the Process object says that the child has exited, with an exit code that means nothing. Nothing
/// calls waitpid without the signal. Ends of other children are made up for by one signal afterwards, as the kernel itself joins several.
/// </remarks>
internal sealed unsafe class ChildSignals : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMilliseconds(200);

    private static readonly Lock Gate = new();
    private static int _holders;
    private static Libc.SigAction _handler;

    private bool _released;

    private ChildSignals()
    {
    }

    /// <summary>Holds the signals back until disposed; null when the process is no child of this one, or nobody listens to them.</summary>
    public static ChildSignals? HoldFor(int pid)
    {
        if (!PtraceWait.IsChild(pid) || !TryHold())
        {
            return null;
        }

        var held = new ChildSignals();
        try
        {
            LetTheLastOnesBeAnswered();
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (_released)
            {
                return;
            }

            _released = true;
            if (--_holders == 0)
            {
                Restore();
            }
        }
    }

    private static bool TryHold()
    {
        lock (Gate)
        {
            if (_holders == 0 && !TryReplace())
            {
                return false;
            }

            _holders++;
            return true;
        }
    }

    private static bool TryReplace()
    {
        Libc.SigAction handler;
        if (Libc.SetSigAction(Libc.SIGCHLD, null, &handler) != 0 || handler.Handler is Libc.SIG_DFL or Libc.SIG_IGN)
        {
            return false;
        }

        // By default the signal does nothing; a child that ends stays there to be waited for, which it does not when ignored.
        _handler = handler;
        Libc.SigAction nothing = default;
        return Libc.SetSigAction(Libc.SIGCHLD, &nothing, null) == 0;
    }

    // .NET answers all signals on one thread, one after the other: when it has come to this one, it is through with those before. By default
    // SIGURG does nothing, and a program that uses it has to ask its sockets what it was for.
    private static void LetTheLastOnesBeAnswered()
    {
        var answered = new ManualResetEventSlim(); // not disposed: the answer may come too late
        using (PosixSignalRegistration.Create((PosixSignal)Libc.SIGURG, _ => answered.Set()))
        {
            if (Libc.Kill(Environment.ProcessId, Libc.SIGURG) == 0)
            {
                _ = answered.Wait(LongestAnswer, CancellationToken.None);
            }
        }
    }

    private static void Restore()
    {
        Libc.SigAction now;
        if (Libc.SetSigAction(Libc.SIGCHLD, null, &now) != 0 || now.Handler != Libc.SIG_DFL)
        {
            return; // somebody has installed a handler since, which is to stay
        }

        Libc.SigAction handler = _handler;
        _ = Libc.SetSigAction(Libc.SIGCHLD, &handler, null);
        _ = Libc.Kill(Environment.ProcessId, Libc.SIGCHLD);
    }
}
