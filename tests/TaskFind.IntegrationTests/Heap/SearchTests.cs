using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using TaskFind.Scanning;
using TaskFind.Scanning.Walking;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Heap;

/// <summary>A heap that cannot be walked is searched for method tables.</summary>
public sealed class SearchTests(ITestOutputHelper output)
{
    private const int MostDumps = 25;

    [Theory]
    [InlineData("Waits", Runtimes.Net8)]
    [InlineData("Waits", Runtimes.Net10)]
    [InlineData("HeapZoo", Runtimes.Net10)]
    public void The_search_finds_what_the_walk_finds(string program, string framework)
    {
        using TargetProcess target = TargetProcess.Start(program, framework);
        target.ReadUntil("ready");
        using TargetDump dump = TargetDump.Take(target);

        (string[] walked, string[] searched) = TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(TargetSpec.ForDump(dump.FilePath), new TargetOptions { TrustDac = true }, CancellationToken.None);
            using StopScope stop = session.Stop(CancellationToken.None);
            Assert.True(stop.CanWalk);
            var types = new TypeTable(stop.Reader);
            RootTable walk = new HeapWalker(stop.Reader, types).Walk(stop.Runtime.Heap, (_, _) => { }, CancellationToken.None, out _);
            RootTable search = new TableScan(stop.Reader, new TypeTable(stop.Reader), values: false).Scan(stop.Runtime.Heap, (_, _) => { }, CancellationToken.None);
            return (Describe(walk), Describe(search));
        });

        output.WriteLine($"{walked.Length} objects walked, {searched.Length} found");
        Assert.NotEmpty(walked);
        Assert.Empty(walked.Except(searched));

        // The rest of an allocation buffer may hold what died before it was cleared.
        Assert.InRange(searched.Except(walked).Count(), 0, walked.Length / 20);
    }

    [Fact]
    public void A_dump_from_the_midst_of_a_collection_is_searched_and_says_so()
    {
        using TargetProcess target = TargetProcess.Start("Churn", Runtimes.Net10);
        target.ReadUntil("ready");
        for (int i = 0; i < MostDumps; i++)
        {
            using TargetDump dump = TargetDump.Take(target);
            TaskGraph graph = Look.At(dump);
            if (graph.Coverage.CutShort is not { } why)
                continue;
            output.WriteLine($"dump {i}: {why}; {graph.Coverage.Tasks} tasks among {graph.Coverage.Objects} objects");
            Assert.Contains("searched for method tables", why, StringComparison.Ordinal);
            Assert.NotEqual(0, graph.Coverage.Objects);
            return;
        }

        Assert.Skip($"none of {MostDumps} dumps met a garbage collection");
    }

    private static string[] Describe(RootTable roots) =>
        [.. Enumerable.Range(0, roots.Count).Select(i => $"{roots[i].Address:x} {roots.TypeOf(roots[i]).Name} {roots[i].Flags:x} {roots[i].Continuation:x} {roots[i].Awaited:x} {roots[i].State} {roots[i].Slot}")];
}
