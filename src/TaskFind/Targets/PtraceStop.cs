using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace TaskFind.Targets;

/// <summary>Holds a Linux process still from a thread of its own, so that whoever reads may be on any thread.</summary>
internal sealed class PtraceStop : IThreadStop
{
    // The tracing thread is joined a little before the kernel is done with it and detaches what it could not.
    private static readonly TimeSpan LongestWaitForTheKernel = TimeSpan.FromSeconds(1);

    private readonly int _pid;
    private readonly PtraceRound _round;
    private readonly Thread _tracer;
    private readonly ManualResetEventSlim _stopped = new();
    private readonly ManualResetEventSlim _letGo = new();
    private readonly Stopwatch _clock = new();
    private ChildSignals? _signals;
    private ExceptionDispatchInfo? _failure;
    private int _released;

    private PtraceStop(int pid, TimeSpan timeout, CancellationToken ct)
    {
        _pid = pid;
        _round = new PtraceRound(pid, timeout);
        _tracer = new Thread(() => Trace(ct)) { IsBackground = true, Name = "taskfind tracer" };
    }

    public int ThreadCount => _round.StandingCount;

    /// <summary>The number of threads that stand before the delivery of a signal, which they are given when they are let go.</summary>
    public int CaughtSignals => _round.Threads.Values.Count(t => t.Signal != 0);

    public IReadOnlyList<int> Unstopped => _round.Unstopped;

    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Stops the process; when it throws, nothing is held any more.</summary>
    public static PtraceStop Take(int pid, TimeSpan timeout, CancellationToken ct)
    {
        var stop = new PtraceStop(pid, timeout, ct);
        stop._tracer.Start();
        stop._stopped.Wait(CancellationToken.None);
        if (stop._failure is { } failure)
        {
            stop.Dispose();
            failure.Throw();
        }

        return stop;
    }

    public bool TryGetContext(uint thread, Span<byte> context) =>
        _round.Threads.TryGetValue((int)thread, out TracedThread? traced)
        && traced.Registers is { } registers
        && X64Context.Write(registers, context);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _released, 1) != 0)
        {
            return;
        }

        _letGo.Set();
        _tracer.Join();
        WaitForTheKernel();
        _signals?.Dispose();
        _letGo.Dispose();
        _stopped.Dispose();
    }

    private void Trace(CancellationToken ct)
    {
        // Linux lets only the thread that seized a thread speak to it: all of it happens here, and ends with this thread.
        try
        {
            _signals = ChildSignals.HoldFor(_pid);
            _clock.Start();
            _round.StopAll(ct);
            _stopped.Set();
            if (_round.Unstopped.Count == 0)
            {
                _signals?.Dispose(); // no event is to come any more, and the look may take its time
            }

            _letGo.Wait(CancellationToken.None);
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            _round.DetachAll();
            _clock.Stop();
            _stopped.Set();
        }
    }

    // TracerPid names the tracing thread, not its process.
    private static bool IsThreadOfOurs(int thread) => thread != 0 && Directory.Exists($"/proc/self/task/{thread}");

    private void WaitForTheKernel()
    {
        long start = Stopwatch.GetTimestamp();
        foreach (int thread in _round.LeftToTheKernel)
        {
            while (ProcessStatus.OfThread(_pid, thread) is { } status
                && IsThreadOfOurs(status.TracerPid)
                && Stopwatch.GetElapsedTime(start) < LongestWaitForTheKernel)
            {
                Thread.Sleep(1);
            }
        }
    }
}
