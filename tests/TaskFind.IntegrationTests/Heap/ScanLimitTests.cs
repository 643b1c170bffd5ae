using Microsoft.Diagnostics.Runtime;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using TaskFind.Scanning;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Walking;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Heap;

/// <summary>A list of the target's that is not read to its end is a gap, be it too long, or because it goes in a circle.</summary>
public sealed class ScanLimitTests
{
    [Fact]
    public void What_a_limit_leaves_out_is_told()
    {
        using TargetProcess target = TargetProcess.Start("Queues", Runtimes.Net10);
        target.ReadUntil("ready");
        using TargetDump dump = TargetDump.Take(target);

        TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(TargetSpec.ForDump(dump.FilePath), new TargetOptions { TrustDac = true }, CancellationToken.None);
            using StopScope stop = session.Stop(CancellationToken.None);
            ClrObject pool = stop.Runtime.Heap.EnumerateObjects().Single(o => o.Type?.Name == "System.Threading.ThreadPoolWorkQueue");
            ClrObject block = stop.Runtime.Heap.EnumerateObjects().First(o => o.Type?.Name?.EndsWith("<System.Int32>+LinkedTargetInfo", StringComparison.Ordinal) == true);

            Assert.Empty(Gaps(stop, session, stop.Reader));
            Assert.Equal(
                [new Gap("the static fields that hold what is waited for", "only the first 1 are looked at", 1)],
                Gaps(stop, session, stop.Reader, mostStatics: 1));
            Assert.Equal(
                [new Gap("items of a queue of the pool", "not all of its segments were read", 1)],
                Gaps(stop, session, Circle(stop.Reader, pool.ReadObjectField("workItems").ReadObjectField("_head"), "_nextSegment")));
            Assert.Contains(
                Gaps(stop, session, Circle(stop.Reader, block, "Next")),
                g => g is { What: "the targets of a dataflow block", Count: 1 });
            return true;
        });
    }

    /// <summary>Makes an object refer to itself.</summary>
    private static PatchingReader Circle(IDataReader reader, ClrObject o, string field) =>
        new(reader, o.Type!.GetFieldByName(field)!.GetAddress(o.Address), o.Address);

    private static IReadOnlyList<Gap> Gaps(StopScope stop, TargetSession session, IDataReader reader, int mostStatics = Limits.Scan.StaticSlots)
    {
        var builder = new TaskGraphBuilder();
        using var code = new CodeCatalogue(builder, session.Reader, CodeSources.Default);
        HeapImage image = new HeapScan(builder.AddGap, code, mostStatics: mostStatics).Read(stop.Runtime, reader, HeapWay.Walk, isLive: false, mayRepeat: false, CancellationToken.None, out _)!;
        new GraphAssembler(builder, image, code, values: false).Assemble();
        return builder.Build().Coverage.Gaps;
    }
}
