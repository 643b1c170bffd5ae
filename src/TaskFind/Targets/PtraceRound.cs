using System.Diagnostics;
using System.Runtime.InteropServices;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Seizes, interrupts, awaits and detaches all threads of a process; every call comes from one thread.</summary>
internal sealed class PtraceRound(int pid, TimeSpan timeout)
{
    // A listing of /proc may pass over a thread while others end, so the last one is repeated.
    private const int QuietPasses = 2;

    private static readonly TimeSpan SpinFirst = TimeSpan.FromMilliseconds(2);

    private readonly Dictionary<int, TracedThread> _threads = [];
    private readonly List<int> _unstopped = [];
    private readonly List<int> _leftToTheKernel = [];

    /// <summary>The threads that were seized, by their system id.</summary>
    public IReadOnlyDictionary<int, TracedThread> Threads => _threads;

    /// <summary>The number of threads that stand still.</summary>
    public int StandingCount { get; private set; }

    /// <summary>The threads that could not be stopped.</summary>
    public IReadOnlyList<int> Unstopped => _unstopped;

    /// <summary>The threads that only the end of this thread lets go: those that never stopped, and those that are dying.</summary>
    public IReadOnlyList<int> LeftToTheKernel => _leftToTheKernel;

    /// <summary>Stops every thread, or reports it as unstopped.</summary>
    public void StopAll(CancellationToken ct)
    {
        using var tasks = ThreadFolder.Open(pid) ?? throw Gone();
        int quiet = 0;
        for (int pass = 0; quiet < QuietPasses && pass < Limits.Target.ThreadPasses; pass++)
        {
            ct.ThrowIfCancellationRequested();
            bool found = SeizeNewOnes(tasks);
            AwaitAll(ct);
            quiet = found ? 0 : quiet + 1;
        }

        Count(tasks);
    }

    /// <summary>Lets every thread go, with the signal that the stop had caught.</summary>
    public void DetachAll()
    {
        foreach (TracedThread thread in _threads.Values)
        {
            if (!TryDetach(thread))
            {
                _leftToTheKernel.Add(thread.Id);
            }
        }
    }

    private bool TryDetach(TracedThread thread)
    {
        while (Libc.PTrace(Libc.PTRACE_DETACH, thread.Id, 0, thread.Signal) != 0)
        {
            // Not in a stop: it never came to one, or comes to one just now, or was killed and has to be reaped.
            switch (PtraceWait.Next(pid, thread.Id, out int signal))
            {
                case ThreadEvent.None:
                    return false;
                case ThreadEvent.Ended:
                    return thread.Id != pid; // the kernel gives the end of a process to its parent when we have let go
                default:
                    TakeNote(thread, signal);
                    break;
            }
        }

        return true;
    }

    private bool SeizeNewOnes(ThreadFolder tasks)
    {
        bool found = false;
        foreach (int id in tasks.List())
        {
            if (_threads.ContainsKey(id) || !TrySeize(id))
            {
                continue;
            }

            found = true;
            _threads.Add(id, new TracedThread(id) { InterruptedAt = Stopwatch.GetTimestamp() });
            _ = Libc.PTrace(Libc.PTRACE_INTERRUPT, id, 0, 0);
        }

        return found;
    }

    private bool TrySeize(int id)
    {
        if (Libc.PTrace(Libc.PTRACE_SEIZE, id, 0, 0) == 0)
        {
            return true;
        }

        int error = Marshal.GetLastPInvokeError();
        if (error == Libc.ESRCH || ProcessStatus.OfThread(pid, id) is not { } status || status.IsDead)
        {
            return false;
        }

        if (status.TracerPid == 0)
        {
            throw Trouble.NoPermission(pid, "stop the threads");
        }

        // TracerPid names the tracing thread; people know its process.
        int tracer = ProcessStatus.Of(status.TracerPid)?.ProcessId ?? status.TracerPid;
        throw Trouble.AlreadyTraced(pid, tracer, ProcText.ShortName(tracer));
    }

    private void AwaitAll(CancellationToken ct)
    {
        var waiting = _threads.Values.Where(t => !t.Stopped && !t.TimedOut).ToList();
        long start = Stopwatch.GetTimestamp();
        while (waiting.Count > 0)
        {
            waiting.RemoveAll(t => Poll(t) || HasTimedOut(t));
            if (waiting.Count == 0)
            {
                return;
            }

            ct.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(start) > SpinFirst || !Thread.Yield())
            {
                Thread.Sleep(Stopwatch.GetElapsedTime(start) > SpinFirst ? 1 : 0);
            }
        }
    }

    /// <summary>Asks once how a thread stands; true when there is nothing more to wait for.</summary>
    private bool Poll(TracedThread thread)
    {
        switch (PtraceWait.Next(pid, thread.Id, out int signal))
        {
            case ThreadEvent.None when !IsLate(thread) || !PtraceWait.StandsUnseen(pid, thread.Id, out signal):
                return false;
            case ThreadEvent.Ended:
                _threads.Remove(thread.Id); // its id may come again with a new thread
                if (thread.Id == pid)
                {
                    _leftToTheKernel.Add(pid);
                }

                return true;
            default:
                TakeNote(thread, signal);
                return true;
        }
    }

    private static void TakeNote(TracedThread thread, int signal)
    {
        thread.Stopped = true;
        thread.TimedOut = false;
        thread.Signal = signal;
    }

    // Most threads stop in microseconds; only of one that does not is it worth asking whether somebody else took its event.
    private static bool IsLate(TracedThread thread) => Stopwatch.GetElapsedTime(thread.InterruptedAt) > SpinFirst;

    private bool HasTimedOut(TracedThread thread) =>
        thread.TimedOut = Stopwatch.GetElapsedTime(thread.InterruptedAt) > timeout;

    /// <summary>Sorts the threads that /proc lists into those that stand still and the others.</summary>
    private void Count(ThreadFolder tasks)
    {
        foreach (int id in tasks.List())
        {
            // The kernel gives the registers of a thread only while it is in a tracing stop of ours: that is the proof, and
            // costs a quarter of asking /proc for the state of each.
            if (_threads.TryGetValue(id, out TracedThread? thread) && thread.Stopped && TryReadRegisters(thread))
            {
                StandingCount++;
            }
            else if (tasks.StateOf(id) is not ('Z' or 'X' or '\0'))
            {
                _unstopped.Add(id);
            }
        }

        if (StandingCount == 0)
        {
            throw _unstopped.Count == 0 || IsDying() ? Gone() : Trouble.Timeout(pid, _unstopped.Count, timeout);
        }
    }

    private static unsafe bool TryReadRegisters(TracedThread thread)
    {
        ulong[] registers = new ulong[X64Context.RegisterCount];
        fixed (ulong* to = registers)
        {
            thread.Registers = Libc.PTrace(Libc.PTRACE_GETREGS, thread.Id, 0, (nint)to) == 0 ? registers : null;
        }

        return thread.Registers is not null;
    }

    // A thread that was just killed is neither stopped nor dead for a moment.
    private bool IsDying()
    {
        for (int i = 0; i < 20; i++)
        {
            if (ProcessStatus.Of(pid) is not { IsDead: false })
            {
                return true;
            }

            Thread.Sleep(10);
        }

        return false;
    }

    private TargetException Gone() =>
        ProcessStatus.Of(pid) is { IsDead: false } ? Trouble.NoPermission(pid, "see the threads") : Trouble.TargetGone(pid);
}
