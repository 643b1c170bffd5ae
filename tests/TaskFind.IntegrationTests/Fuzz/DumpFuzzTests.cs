using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Fuzz;

/// <summary>Whatever is wrong with a dump, the tool ends in time, with a sentence and an exit code of its table, and leaves nothing behind.</summary>
public sealed class DumpFuzzTests(ITestOutputHelper output)
{
    private const int Lanes = 2;

    private static readonly string[][] s_commands =
    [
        ["list", "{dump}", "--all", "--promises", "--framework", "--values"],
        ["tree", "{dump}", "--framework"],
        ["{dump}"],
        ["find", "*", "{dump}", "--stack", "--context", "--full"],
        ["list", "{dump}", "--format", "json", "--all", "--repr"],
        ["doctor", "{dump}"],
    ];

    [Fact]
    public void Damaged_dumps()
    {
        using TargetProcess target = TargetProcess.Start("Primitives", Runtimes.Net10);
        target.ReadUntil();
        using TargetDump dump = TargetDump.Take(target, DumpKind.WithHeap);
        using var run = new FuzzRun();

        Parallel.For(0, Lanes, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, lane => Lane(lane, dump.FilePath, run));

        run.AssertNothingIsLeft();
        output.WriteLine($"{FuzzSize.Dumps} damaged dumps: {run.Summary}");
    }

    private static void Lane(int lane, string dump, FuzzRun run)
    {
        string copy = $"{dump}.{lane}";
        File.Copy(dump, copy);
        using var file = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        CorePieces pieces = CorePieces.Of(file);
        for (int i = lane; i < FuzzSize.Dumps; i += Lanes)
        {
            int seed = FuzzSize.Seed + i;
            using var damaged = new DamagedDump(file, pieces, seed);
            string[] command = [.. s_commands[seed % s_commands.Length].Select(word => word == "{dump}" ? copy : word)];
            using var tool = run.Start(command);
            run.Check(tool, $"{damaged.What}, {command[0]}");
        }
    }
}
