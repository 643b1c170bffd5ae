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
    private const int MostDumps = 25, Parked = 1000;

    [Theory]
    [InlineData("Waits", Runtimes.Net8)]
    [InlineData("Waits", Runtimes.Net10)]
    [InlineData("HeapZoo", Runtimes.Net10)]
    public void The_search_finds_what_the_walk_finds(string program, string framework)
    {
        using TargetProcess target = TargetProcess.Start(program, framework);
        target.ReadUntil("ready");
        using TargetDump dump = TargetDump.Take(target);

        (Dictionary<ulong, string> walked, Dictionary<ulong, string> searched, HeapPieces living) = TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(TargetSpec.ForDump(dump.FilePath), new TargetOptions { TrustDac = true }, CancellationToken.None);
            using StopScope stop = session.Stop(CancellationToken.None);
            Assert.True(stop.CanWalk);
            var types = new TypeTable(stop.Reader);
            RootTable walk = new HeapWalker(stop.Reader, types).Walk(stop.Runtime.Heap, (_, _) => { }, CancellationToken.None, out _);
            RootTable search = new TableScan(stop.Reader, new TypeTable(stop.Reader), values: false).Scan(stop.Runtime.Heap, (_, _) => { }, CancellationToken.None);
            return (Describe(walk), Describe(search), new HeapPieces(stop.Runtime.Heap));
        });

        output.WriteLine($"{walked.Count} objects walked, {searched.Count} found");
        Assert.NotEmpty(walked);
        Assert.Empty(walked.Values.Except(searched.Values));

        // What is found besides lies where nothing lives: in the rest of an allocation buffer, or where a collection has left a hole, what has died may still be read.
        Assert.DoesNotContain(searched.Keys.Except(walked.Keys), living.Contain);
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
            int parked = graph.Nodes.Count(n => n is { IsDone: false, Method.DisplayName: "Crowd.Old" });
            output.WriteLine($"dump {i}: {why}; {graph.Coverage.Tasks} tasks among {graph.Coverage.Objects} objects, {parked} of {Parked} parked for good");
            Assert.Contains("searched for method tables", why, StringComparison.Ordinal);
            Assert.Equal(Parked, parked);
            return;
        }

        Assert.Skip($"none of {MostDumps} dumps met a garbage collection");
    }

    private static Dictionary<ulong, string> Describe(RootTable roots) => Enumerable.Range(0, roots.Count).ToDictionary(
        i => roots[i].Address,
        i => $"{roots[i].Address:x} {roots.TypeOf(roots[i]).Name} {roots[i].Flags:x} {roots[i].Continuation:x} {roots[i].Awaited:x} {roots[i].State} {roots[i].Slot}");
}
