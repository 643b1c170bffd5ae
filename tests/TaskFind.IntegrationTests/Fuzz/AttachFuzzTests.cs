using System.Diagnostics;
using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Fuzz;

/// <summary>Whenever a process ends under the look, and however, the tool ends with a sentence and an exit code of its table, and nothing stands still afterwards.</summary>
public sealed class AttachFuzzTests(ITestOutputHelper output)
{
    private const int LongestDelay = 450, Lanes = 2;
    private static readonly string[] s_ends = ["kill", "exec", "quit", "crash", "throw"];
    private static readonly string[][] s_commands = [["list", "--all"], ["find", "Mortal"], ["tree"], []];

    [Fact]
    public void Processes_that_end_under_the_look()
    {
        using var run = new FuzzRun();

        Parallel.For(0, Lanes, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, lane =>
        {
            for (int i = lane; i < FuzzSize.Attaches; i += Lanes)
            {
                One(FuzzSize.Seed + i, run);
            }
        });

        run.AssertNothingIsLeft();
        output.WriteLine($"{FuzzSize.Attaches} processes that ended: {run.Summary}");
    }

    private static void One(int seed, FuzzRun run)
    {
        var random = new Random(seed);
        using TargetProcess target = TargetProcess.Start("Mortal", Runtimes.Net10);
        target.ReadUntil();
        string end = s_ends[random.Next(s_ends.Length)];
        int delay = random.Next(LongestDelay);
        string[] command = s_commands[random.Next(s_commands.Length)];
        using Process tool = run.Start([.. command, $"{target.Pid}", .. random.Next(3) == 0 ? ["--isolate"] : (string[])[]]);

        // No handshake: that the end may come at any moment, also at one that nobody thought of, is what is tried.
        Thread.Sleep(delay);
        End(target, end);
        run.Check(tool, $"seed {seed}: {end} after {delay} ms, {string.Join(' ', command)}");

        Assert.True(
            SpinWait.SpinUntil(() => ProcFiles.State(target.Pid) is null or 'Z' || ProcFiles.StoppedThreads(target.Pid).Count == 0, TimeSpan.FromSeconds(10)),
            $"seed {seed}: threads stand still after {end}");
    }

    private static void End(TargetProcess target, string how)
    {
        if (how == "kill")
        {
            Process.GetProcessById(target.Pid).Kill();
        }
        else
        {
            target.Send(how);
        }
    }
}
