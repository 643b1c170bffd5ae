using System.Diagnostics;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Targets;

[Collection("targets")]
public sealed class StopTests(ITestOutputHelper output)
{
    private const int RealTimeSignal = 64;
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>The looks at a busy process; TASKFIND_ATTACHES asks for more of them.</summary>
    private static readonly int Looks = int.TryParse(Environment.GetEnvironmentVariable("TASKFIND_ATTACHES"), out int looks) ? looks : 200;

    [Fact]
    public void While_stopped_every_thread_is_in_a_tracing_stop_of_ours_and_afterwards_none()
    {
        using Started target = Started.Busy();
        TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(TargetSpec.ForProcess(target.Pid), new TargetOptions(), Never);
            for (int i = 0; i < 20; i++)
            {
                using (StopScope scope = session.Stop(Never))
                {
                    List<ProcessStatus> threads = Proc.Threads(target.Pid);
                    Assert.Equal(threads.Count, scope.ThreadCount);
                    Assert.Empty(scope.UnstoppedThreads);
                    Assert.All(threads, t => Assert.True(t.State == 't' && Directory.Exists($"/proc/self/task/{t.TracerPid}")));
                }

                Proc.AssertRuns(target.Pid);
            }

            return 0;
        });
    }

    [Fact]
    public void Looks_at_a_busy_process_lose_nothing()
    {
        const int SignalsEach = 5;
        using Started target = Started.Busy();
        Dictionary<string, long> before = target.Counts();
        var pauses = new List<double>();
        int tries = 0;
        for (int i = 0; i < Looks; i++)
        {
            TargetThread.Run(() =>
            {
                using TargetSession session = TargetSession.Open(TargetSpec.ForProcess(target.Pid), new TargetOptions(), Never);
                using StopScope scope = session.StopWalkable(TargetSession.DefaultTries, Never);
                for (int s = 0; s < SignalsEach; s++)
                {
                    target.Signal(RealTimeSignal);
                }

                Assert.True(scope.CanWalk);
                tries += scope.Tries;
                scope.Dispose();
                pauses.Add(scope.Elapsed.TotalMilliseconds);
                return 0;
            });
            for (int s = 0; s < SignalsEach; s++)
            {
                target.Signal(RealTimeSignal);
            }
        }

        Proc.AssertRuns(target.Pid);
        Proc.Until(() => target.Counts()["signals"] >= Looks * SignalsEach * 2, "all signals arrived");
        Dictionary<string, long> after = target.Counts();
        Assert.Equal(Looks * SignalsEach * 2, after["signals"]);
        foreach (string count in (string[])["badFrames", "badRequests", "failures"])
        {
            Assert.Equal(0, after[count]);
        }

        foreach (string count in (string[])["ticks", "delays", "frames", "threads", "allocations", "gcs", "requests", "calls"])
        {
            Assert.True(after[count] > before[count], count + " went on");
            Proc.Until(() => target.Counts()[count] > after[count], count + " goes on");
        }

        pauses.Sort();
        output.WriteLine($"{Looks} looks, {tries} stops; pause with a fresh runtime: median {pauses[Looks / 2]:0.00} ms, 95 % {pauses[Looks * 95 / 100]:0.00} ms, longest {pauses[^1]:0.00} ms");
        output.WriteLine($"in the meantime: {after["requests"] - before["requests"]} requests, {after["calls"] - before["calls"]} rounds of system calls, {after["failures"]} failures, {after["signals"]} of {Looks * SignalsEach * 2} signals, {after["gcs"] - before["gcs"]} collections");
    }

    [Fact]
    public void A_look_that_does_not_end_when_it_is_told_to_loses_its_hold()
    {
        using Started target = Started.Busy();
        TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(TargetSpec.ForProcess(target.Pid), new TargetOptions(), Never);
            using var end = new CancellationTokenSource();
            using StopScope scope = session.Stop(end.Token);
            Assert.Contains(Proc.Threads(target.Pid), t => t.State == 't');

            end.Cancel(); // and nothing here hears it, as when the debugging library never comes back

            Proc.Until(() => !Proc.Threads(target.Pid).Any(t => t.State == 't'), "the target runs again");
            return 0;
        });
    }

    [Fact]
    public void Signals_that_a_stop_catches_are_delivered_each()
    {
        const int Stops = 500;
        using Started target = Started.Busy();
        using var done = new ManualResetEventSlim();
        long sent = 0;
        int caught = 0;
        var sender = new Thread(() =>
        {
            for (; !done.IsSet; sent++)
            {
                target.Signal(RealTimeSignal);
                Thread.SpinWait(1000); // the kernel queues some ten thousand signals, not any number
            }
        });
        sender.Start();
        for (int i = 0; i < Stops; i++)
        {
            using PtraceStop stop = PtraceStop.Take(target.Pid, TimeSpan.FromSeconds(2), Never);
            caught += stop.CaughtSignals;
        }

        done.Set();
        sender.Join();
        Proc.Until(() => target.Counts()["signals"] >= sent, "all signals arrived");
        Assert.Equal(sent, target.Counts()["signals"]);
        output.WriteLine($"{sent} signals, {Stops} stops, which caught {caught} of them");
    }

    [Fact]
    public void A_thousand_threads_stop_in_tens_of_milliseconds()
    {
        using Started target = Started.Busy("threads", "1000");
        var stops = new List<double>();
        var whole = new List<double>();
        for (int i = 0; i < 7; i++)
        {
            long start = Stopwatch.GetTimestamp();
            using PtraceStop stop = PtraceStop.Take(target.Pid, TimeSpan.FromSeconds(2), Never);
            stops.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Assert.True(stop.ThreadCount > 1000);
            Assert.Empty(stop.Unstopped);
            stop.Dispose();
            whole.Add(stop.Elapsed.TotalMilliseconds);
        }

        Proc.AssertRuns(target.Pid);
        stops.Sort();
        whole.Sort();
        output.WriteLine($"stop: median {stops[3]:0.0} ms, longest {stops[^1]:0.0} ms; stop and let go: median {whole[3]:0.0} ms");
        Assert.True(stops[0] < 1000, "far below a second even on a loaded machine");
    }

    [Fact]
    public void A_process_stopped_by_SIGSTOP_stays_stopped_and_goes_on_by_SIGCONT()
    {
        const int SigStop = 19;
        const int SigCont = 18;
        using Started target = Started.Busy();
        target.Signal(SigStop);
        Proc.Until(() => Proc.Threads(target.Pid).TrueForAll(t => t.State == 'T'), "SIGSTOP stops it");
        using (PtraceStop stop = PtraceStop.Take(target.Pid, TimeSpan.FromSeconds(2), Never))
        {
            Assert.Empty(stop.Unstopped);
        }

        Proc.Until(() => Proc.Threads(target.Pid).TrueForAll(t => t is { State: 'T', TracerPid: 0 }), "it stays stopped");
        target.Signal(SigCont);
        Proc.UntilAllRun(target.Pid);
        long ticks = target.Counts()["ticks"];
        Proc.Until(() => target.Counts()["ticks"] > ticks, "it works again");

        using (PtraceStop stop = PtraceStop.Take(target.Pid, TimeSpan.FromSeconds(2), Never))
        {
            target.Signal(SigStop);
        }

        Proc.Until(() => Proc.Threads(target.Pid).TrueForAll(t => t is { State: 'T', TracerPid: 0 }), "a SIGSTOP sent during the stop counts after it");
        target.Signal(SigCont);
        Proc.UntilAllRun(target.Pid);
    }

    [Fact]
    public void A_thread_that_waits_in_vfork_is_reported_and_let_go_not_waited_for()
    {
        using Started target = Started.BusyInVfork();
        using var child = new Proc.ChildOf(target.Pid);
        Proc.Until(() => Proc.Threads(target.Pid).Exists(t => t.State == 'D'), "a thread waits in vfork");
        using (PtraceStop stop = PtraceStop.Take(target.Pid, TimeSpan.FromMilliseconds(200), Never))
        {
            Assert.Single(stop.Unstopped);
            Assert.True(stop.ThreadCount > 1);
        }

        Proc.AssertRuns(target.Pid);
    }

    [Fact]
    public void A_stop_that_is_cancelled_holds_nothing()
    {
        using Started target = Started.Busy("idle");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => PtraceStop.Take(target.Pid, TimeSpan.FromSeconds(2), cancelled.Token));
        Proc.AssertRuns(target.Pid);
    }

    [Fact]
    public void The_registers_of_a_stopped_thread_lead_through_its_managed_frames()
    {
        using Started target = Started.Busy();
        TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(TargetSpec.ForProcess(target.Pid), new TargetOptions(), Never);
            using StopScope scope = session.Stop(Never);
            int frames = scope.Runtime.Threads.Sum(t => t.EnumerateStackTrace().Count(f => f.Method is not null));
            output.WriteLine($"{frames} managed frames on {scope.Runtime.Threads.Length} threads");
            Assert.True(frames > 5);
            return 0;
        });
    }
}
