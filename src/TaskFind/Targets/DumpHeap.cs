using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Tells a dump that holds the heap from one that only says where it was.</summary>
internal static class DumpHeap
{
    /// <summary>Throws when the dump holds no heap.</summary>
    /// <remarks>The rule: of the heap's segments, at least half can be read at the start and in the middle. Wrongly yes: a dump that lacks the rest.
    /// Wrongly no: a dump whose larger part was lost, which would give wrong answers anyway.</remarks>
    public static void Check(string path, OpenTarget target)
    {
        using ClrRuntime runtime = target.NewRuntime(target.DataTarget);
        IDataReader reader = target.DataTarget.DataReader;
        int probes = 0;
        int readable = 0;
        foreach (ClrSegment segment in Segments(path, runtime).Take(Limits.Target.ProbedSegments).Where(s => s.ObjectRange.Length >= sizeof(ulong)))
        {
            ulong middle = (segment.ObjectRange.Start + (segment.ObjectRange.Length / 2)) & ~7ul;
            probes += 2;
            readable += reader.ReadPointer(segment.ObjectRange.Start, out _) ? 1 : 0;
            readable += reader.ReadPointer(middle, out _) ? 1 : 0;
        }

        if (probes == 0 || readable * 2 < probes)
        {
            throw Trouble.DumpWithoutHeap(path);
        }
    }

    private static IEnumerable<ClrSegment> Segments(string path, ClrRuntime runtime)
    {
        try
        {
            return [.. runtime.Heap.Segments];
        }
        catch (Exception e)
        {
            throw new TargetException(TargetTrouble.DumpWithoutHeap, Trouble.DumpWithoutHeap(path).Message, Trouble.DumpWithoutHeap(path).Hint, e);
        }
    }
}
