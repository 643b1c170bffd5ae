using System.Diagnostics;
using System.Globalization;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Targets;
using TaskFind.Model;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>A process looks at a child of its own, as a test harness does, and stays the parent that .NET made of it.</summary>
public sealed class ParentTests(ITestOutputHelper output)
{
    private const int Times = 30;
    private const int Stops = 300;
    private const int Deaths = 6;
    private const int SigKill = 9;
    private const int RealTimeSignal = 64;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(2);

    // What it is called depends on how far the look has come; of a process that is just ending, /proc shows no runtime any more.
    private static readonly TargetTrouble[] s_gone = [TargetTrouble.TargetGone, TargetTrouble.NoSuchProcess, TargetTrouble.NotDotNet];

    [Fact]
    public void Thirty_looks_at_a_child_see_everything_and_its_end_is_still_told()
    {
        using ChildTarget child = ChildTarget.Start();
        var pauses = new List<double>();
        for (int i = 0; i < Times; i++)
        {
            pauses.Add(AssertSeen(child).TotalMilliseconds);
            AssertRuns(child);
        }

        pauses.Sort();
        output.WriteLine($"{Times} looks; pause median {pauses[Times / 2]:0.0} ms, longest {pauses[^1]:0.0} ms");
        Assert.True(pauses[^1] < 1000);
        AssertEndsByItself(child);
    }

    [Fact]
    public async Task Children_that_end_while_another_is_stopped_are_told_of_each()
    {
        using ChildTarget child = ChildTarget.Start();
        using var done = new ManualResetEventSlim();
        Task<int> ends = Task.Run(() => EndOthers(done), TestContext.Current.CancellationToken);
        try
        {
            for (int i = 0; i < Stops; i++)
            {
                using PtraceStop stop = PtraceStop.Take(child.Pid, s_timeout, TestContext.Current.CancellationToken);
                Assert.Empty(stop.Unstopped);
                stop.Dispose();
                Assert.False(child.Process.HasExited, $"taken for ended after {i} stops");
            }
        }
        finally
        {
            done.Set();
        }

        output.WriteLine($"{Stops} stops, while {await ends} other children ended");
        AssertRuns(child);
        AssertEndsByItself(child);
    }

    [Theory]
    [InlineData(9, 137)]
    [InlineData(15, 143)]
    public void A_child_that_ends_while_it_is_looked_at_leaves_its_exit_code_to_the_parent(int signal, int exitCode)
    {
        for (int i = 0; i < Deaths; i++)
        {
            using ChildTarget child = ChildTarget.Start();
            AssertSeen(child);
            var killer = new Killer(child, signal, stage: i);
            TargetException trouble = Assert.Throws<TargetException>(() => LookOn(child, killer));
            Assert.Contains(trouble.Kind, s_gone);
            Assert.Equal(exitCode, child.WaitForExit());
        }
    }

    [Fact]
    public void A_child_that_is_killed_while_it_is_held_leaves_its_exit_code_to_the_parent()
    {
        for (int i = 0; i < Deaths; i++)
        {
            using ChildTarget child = ChildTarget.Start();
            using (PtraceStop stop = PtraceStop.Take(child.Pid, s_timeout, TestContext.Current.CancellationToken))
            {
                Assert.Empty(stop.Unstopped);
                child.Signal(SigKill);
                Assert.True(SpinWait.SpinUntil(() => ProcFiles.State(child.Pid) == 'Z', s_timeout), "it is dead");
            }

            Assert.Equal(128 + SigKill, child.WaitForExit());
        }
    }

    [Fact]
    public async Task A_stop_that_somebody_else_in_the_process_has_waited_for_counts_all_the_same()
    {
        using ChildTarget child = ChildTarget.Start();
        using var done = new ManualResetEventSlim();
        Task<int> thefts = Task.Run(() => WaitFor(child.Pid, done), TestContext.Current.CancellationToken);
        try
        {
            for (int i = 0; i < Stops; i++)
            {
                using PtraceStop stop = PtraceStop.Take(child.Pid, s_timeout, TestContext.Current.CancellationToken);
                Assert.Empty(stop.Unstopped);
            }
        }
        finally
        {
            done.Set();
        }

        output.WriteLine($"{Stops} stops, while {await thefts} events were waited for elsewhere");
        Assert.NotEqual(0, await thefts);
        AssertRuns(child);
        AssertSeen(child);
        AssertEndsByItself(child);
    }

    [Fact]
    public async Task A_signal_whose_stop_somebody_else_has_waited_for_is_delivered_all_the_same()
    {
        using Started target = Started.Busy();
        using var done = new ManualResetEventSlim();
        Task<int> thefts = Task.Run(() => WaitFor(target.Pid, done), TestContext.Current.CancellationToken);
        Task<long> sending = Task.Run(() => Send(target, done), TestContext.Current.CancellationToken);
        int caught = 0;
        try
        {
            for (int i = 0; i < Stops; i++)
            {
                using PtraceStop stop = PtraceStop.Take(target.Pid, s_timeout, TestContext.Current.CancellationToken);
                Assert.Empty(stop.Unstopped);
                caught += stop.CaughtSignals;
            }
        }
        finally
        {
            done.Set();
        }

        long sent = await sending;
        output.WriteLine($"{sent} signals, {caught} of them caught; {await thefts} events were waited for elsewhere");
        Proc.Until(() => target.Counts()["signals"] >= sent, "all signals arrived");
        Assert.Equal(sent, target.Counts()["signals"]);
    }

    private static TimeSpan AssertSeen(ChildTarget child)
    {
        TaskGraph graph = Take(child);
        Assert.Null(graph.Coverage.CutShort);
        Assert.Single(graph.Nodes, n => n is { IsDone: false, Method.DisplayName: "Program.TaskCoro" });
        return graph.Coverage.Pause;
    }

    private static void LookOn(ChildTarget child, IProgress<string> progress)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1);)
        {
            Take(child, progress);
        }
    }

    private static TaskGraph Take(ChildTarget child, IProgress<string>? progress = null) =>
        TaskLook.Take(TargetSpec.ForProcess(child.Pid), new LookOptions { TrustDac = true, Progress = progress }, TestContext.Current.CancellationToken);

    private static void AssertRuns(ChildTarget child)
    {
        Assert.False(child.Process.HasExited, "the parent takes the child for ended");
        Assert.Empty(ProcFiles.StoppedThreads(child.Pid));
    }

    private static void AssertEndsByItself(ChildTarget child)
    {
        child.Send("go");
        Assert.Equal("Task is done", child.ReadLine());
        child.Send("quit");
        Assert.Equal(0, child.WaitForExit());
    }

    private static int EndOthers(ManualResetEventSlim done)
    {
        int ended = 0;
        for (; !done.IsSet; ended++)
        {
            using Process other = Process.Start("/bin/sh", ["-c", "exit 7"]);
            Assert.True(other.WaitForExit(TimeSpan.FromSeconds(30)), "nobody told of the end of another child");
            Assert.Equal(7, other.ExitCode);
        }

        return ended;
    }

    private static long Send(Started target, ManualResetEventSlim done)
    {
        long sent = 0;
        for (; !done.IsSet; sent++)
        {
            target.Signal(RealTimeSignal);
            Thread.SpinWait(1000); // the kernel queues some ten thousand signals, not any number
        }

        return sent;
    }

    // As if each thread were the first of its process: so only their stops are waited for, and not their ends.
    private static int WaitFor(int pid, ManualResetEventSlim done)
    {
        int[] threads = [.. Directory.GetDirectories($"/proc/{pid}/task").Select(t => int.Parse(Path.GetFileName(t), CultureInfo.InvariantCulture))];
        int taken = 0;
        while (!done.IsSet)
        {
            taken += threads.Count(t => PtraceWait.Next(t, t, out _) == ThreadEvent.Stopped);
        }

        return taken;
    }

    /// <summary>Sends a signal when the looks come to a stage: opening, warming up, standing still, reading names, and so on in the next look.</summary>
    private sealed class Killer(ChildTarget child, int signal, int stage) : IProgress<string>
    {
        private int _stages;

        public void Report(string value)
        {
            if (_stages++ == stage)
            {
                child.Signal(signal);
            }
        }
    }
}
