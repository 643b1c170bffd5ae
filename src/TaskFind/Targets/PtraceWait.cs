using System.Runtime.InteropServices;

namespace TaskFind.Targets;

/// <summary>Asks the kernel how traced threads stand.</summary>
/// <remarks>
/// The end of a process is left to its parent, which may be this very process: whoever waits for the end takes it from all others. A
/// parent in .NET whose child has been taken from it ends itself.
/// </remarks>
internal static unsafe class PtraceWait
{
    /// <summary>Takes the next event of a traced thread, if there is one.</summary>
    /// <param name="pid">The process of the thread.</param>
    /// <param name="thread">The thread's system id.</param>
    /// <param name="signal">The signal before whose delivery the thread stands; 0 for none.</param>
    public static ThreadEvent Next(int pid, int thread, out int signal)
    {
        int ends = thread == pid ? 0 : Libc.WEXITED;
        Libc.SigInfo info = default;
        signal = 0;
        if (Libc.WaitId(Libc.P_PID, thread, &info, Libc.WSTOPPED | ends | Libc.WALL | Libc.WNOHANG) != 0)
        {
            return ThreadEvent.Ended; // there is nothing more to come of it
        }

        if (info.Pid == 0)
        {
            return ThreadEvent.None;
        }

        if (info.Code is not (Libc.CLD_TRAPPED or Libc.CLD_STOPPED))
        {
            return ThreadEvent.Ended;
        }

        // A stop without an event stands before the delivery of a signal, which must not get lost;
        // ours has an event, and so has a stop by SIGSTOP, which the kernel keeps up after the detach.
        signal = info.Status >> 8 == 0 ? info.Status : 0;
        return ThreadEvent.Stopped;
    }

    /// <summary>Tells whether a traced thread stands although no event says so, as somebody else in this process has waited for it.</summary>
    /// <param name="pid">The process of the thread.</param>
    /// <param name="thread">The thread's system id.</param>
    /// <param name="signal">The signal before whose delivery the thread stands; 0 for none.</param>
    public static bool StandsUnseen(int pid, int thread, out int signal)
    {
        Libc.SigInfo info = default;
        signal = 0;
        if (Libc.PTrace(Libc.PTRACE_GETSIGINFO, thread, 0, (nint)(&info)) != 0)
        {
            return false;
        }

        // It may have come to its stop this very moment: then the event is still there, and is not to be left for others to find.
        if (Next(pid, thread, out signal) != ThreadEvent.Stopped)
        {
            signal = info.Code >> 8 == Libc.PTRACE_EVENT_STOP ? 0 : info.Signal;
        }

        return true;
    }

    /// <summary>Tells whether a process is a child of this one, and not yet waited for.</summary>
    public static bool IsChild(int pid)
    {
        Libc.SigInfo info = default;
        return Libc.WaitId(Libc.P_PID, pid, &info, Libc.WEXITED | Libc.WALL | Libc.WNOHANG | Libc.WNOWAIT) == 0;
    }
}
