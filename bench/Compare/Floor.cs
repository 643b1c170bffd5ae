using System.Globalization;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning;
using TaskFind.Scanning.Walking;
using TaskFind.Targets;

namespace TaskFind.Bench;

/// <summary>Our walk with one worker against copying the same bytes, by turns, in one process that is warm.</summary>
internal static class Floor
{
    private const int Block = 256 * 1024;

    public static int Run(string target, int rounds) => TargetThread.Run(() =>
    {
        using var session = TargetSession.Open(TargetSpec.Parse(target), new TargetOptions(), CancellationToken.None);
        using var stop = session.StopWalkable(TargetSession.DefaultTries, CancellationToken.None);
        var walker = new HeapWalker(stop.Reader, new TypeTable(stop.Reader), workers: 1);
        var ratios = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var (copy, bytes) = Measure(() => Copy(stop.Reader, stop.Runtime.Heap));
            var (walk, objects) = Measure(() => Walk(walker, stop.Runtime.Heap));
            if (round > 0)
                ratios.Add(walk / copy);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"copyMs={copy:0.0} walkMs={walk:0.0} ratio={walk / copy:0.000} MB={bytes >> 20} objects={objects}{(round == 0 ? " (warming up)" : "")}"));
        }

        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median={ratios[ratios.Count / 2]:0.000} min={ratios[0]:0.000} max={ratios[^1]:0.000}"));
        return 0;
    });

    private static (double Milliseconds, long Result) Measure(Func<long> work)
    {
        var before = Figures.CpuMilliseconds();
        var result = work();
        return (Figures.CpuMilliseconds() - before, result);
    }

    private static long Copy(IDataReader reader, ClrHeap heap)
    {
        var buffer = new byte[Block];
        long copied = 0;
        foreach (var segment in heap.Segments)
        {
            for (var at = segment.ObjectRange.Start; at < segment.ObjectRange.End;)
            {
                var got = reader.Read(at, buffer.AsSpan(0, (int)Math.Min(Block, segment.ObjectRange.End - at)));
                if (got <= 0)
                    break;
                (copied, at) = (copied + got, at + (ulong)got);
            }
        }

        return copied;
    }

    private static long Walk(HeapWalker walker, ClrHeap heap)
    {
        var before = walker.Objects;
        walker.Walk(heap, (_, _) => { }, CancellationToken.None, out _);
        return walker.Objects - before;
    }
}
