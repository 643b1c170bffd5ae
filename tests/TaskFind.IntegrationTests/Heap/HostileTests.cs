using System.Diagnostics;
using Microsoft.Diagnostics.Runtime;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using TaskFind.Rendering;
using TaskFind.Scanning;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Walking;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Heap;

/// <summary>A heap full of nonsense gives a graph, soon and without an exception; what was lost is said.</summary>
public sealed class HostileTests(ITestOutputHelper output)
{
    private const int Seeds = 25;

    [Fact]
    public void Nonsense_on_the_heap_is_data()
    {
        using TargetProcess target = TargetProcess.Start("Waits", Runtimes.Net10);
        target.ReadUntil("ready");
        using TargetDump dump = TargetDump.Take(target);

        TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(TargetSpec.ForDump(dump.FilePath), new TargetOptions { TrustDac = true }, CancellationToken.None);
            using StopScope stop = session.Stop(CancellationToken.None);
            (ulong, ulong)[] heap = [.. stop.Runtime.Heap.Segments.Select(s => (s.ObjectRange.Start, s.ObjectRange.End))];
            foreach (uint oneIn in new uint[] { 3, 30, 300, 3000 })
            {
                for (uint seed = 1; seed <= Seeds; seed++)
                {
                    LookThrough(stop, session, new CorruptingReader(stop.Reader, heap, seed, oneIn), seed % 5 == 0 ? HeapWay.Search : HeapWay.Walk, $"one word in {oneIn}, seed {seed}");
                }
            }

            return true;
        });
    }

    private void LookThrough(StopScope stop, TargetSession session, CorruptingReader reader, HeapWay way, string name)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var builder = new TaskGraphBuilder();
            using var code = new CodeCatalogue(builder, session.Reader, CodeSources.Default);
            HeapImage image = new HeapScan(builder.AddGap, code, values: true, contexts: true).Read(stop.Runtime, reader, way, isLive: false, mayRepeat: false, CancellationToken.None, out _)!;
            new GraphAssembler(builder, image, code, values: true).Assemble();
            TaskGraph graph = builder.Build();
            var repr = new Repr(graph);
            var stacks = new StackText(graph);
            long length = graph.Nodes.Sum(n => (long)repr.Line(n).Length + stacks.Lines(n).Count);
            output.WriteLine($"{name}: {graph.Count} nodes, {image.Objects} objects, {image.LostBytes} bytes lost, {length} characters, {clock.ElapsedMilliseconds} ms");
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(name, e);
        }

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
