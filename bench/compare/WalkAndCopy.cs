using System.Globalization;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning;
using TaskFind.Scanning.Walking;
using TaskFind.Targets;

namespace TaskFind.Bench.Compare;

/// <summary>Our walk with one worker, a copy of the same bytes in the same blocks, and ClrMD's loop, in turns within one process and one stop.</summary>
internal static class WalkAndCopy
{
    public static void Run(string target, int rounds) => TargetThread.Run(() => RunHere(target, rounds));

    private static bool RunHere(string target, int rounds)
    {
        var spec = int.TryParse(target, CultureInfo.InvariantCulture, out var pid) ? TargetSpec.ForProcess(pid) : TargetSpec.ForDump(target);
        using var session = TargetSession.Open(spec, new TargetOptions { TrustDac = true }, CancellationToken.None);
        using var stop = session.StopWalkable(TargetSession.DefaultTries, CancellationToken.None);
        var heap = stop.Runtime.Heap;
        var walker = new HeapWalker(stop.Reader, new TypeTable(stop.Reader), workers: 1);

        // The first round fills the tables and compiles the code; it is not told.
        for (var round = -1; round < rounds; round++)
        {
            Measure(round, "copy", () => Copy(stop.Reader, heap));
            Measure(round, "walk", () => walker.Walk(heap, (_, _) => { }, CancellationToken.None, out _).Count);
            if (round <= 0)
                Measure(round, "enumerate", () => Loop.Count(heap));
        }

        return true;
    }

    private static void Measure(int round, string name, Func<long> work)
    {
        if (round < 0)
        {
            work();
            return;
        }

        GC.Collect();
        using var cost = Cost.Begin(name);
        cost.Note("count", work());
    }

    private static long Copy(IDataReader reader, ClrHeap heap)
    {
        var block = GC.AllocateUninitializedArray<byte>(Limits.Scan.Block, pinned: true);
        long copied = 0;
        foreach (var segment in heap.Segments)
        {
            for (var at = segment.ObjectRange.Start; at < segment.ObjectRange.End;)
            {
                var got = reader.Read(at, block.AsSpan(0, (int)Math.Min((ulong)block.Length, segment.ObjectRange.End - at)));
                if (got <= 0)
                    break;
                at += (ulong)got;
                copied += got;
            }
        }

        return copied;
    }
}
