using Microsoft.Diagnostics.Runtime;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Scanning;
using TaskFind.Scanning.Walking;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Heap;

/// <summary>Our walk over the heap passes exactly the objects that ClrMD's does, on heaps of every make.</summary>
/// <remarks>Free space counts on both sides: it is walked like any object, and only then left out of the number of objects.</remarks>
public sealed class WalkTests(ITestOutputHelper output)
{
    private const int MostTries = 30;

    public static TheoryData<string, string, string> Targets => new()
    {
        { "HeapZoo", Runtimes.Net8, "" },
        { "HeapZoo", Runtimes.Net9, "" },
        { "HeapZoo", Runtimes.Net10, "" },
        { "HeapZoo", Runtimes.Net8, "DOTNET_gcServer=1 DOTNET_GCHeapCount=2" },
        { "HeapZoo", Runtimes.Net9, "DOTNET_gcServer=1 DOTNET_GCHeapCount=4" },
        { "HeapZoo", Runtimes.Net10, "DOTNET_gcServer=1 DOTNET_GCHeapCount=4 DOTNET_GCDynamicAdaptationMode=0" },
        { "HeapZoo", Runtimes.Net8, "DOTNET_GCName=libclrgc.so" },
        { "HeapZoo", Runtimes.Net10, "DOTNET_GCName=libclrgc.so" },
        { "HeapZoo", Runtimes.Net10, "DOTNET_GCConserveMemory=9" },
        { "AwaitSites", Runtimes.Net8, "" },
        { "Waits", Runtimes.Net9, "" },
        { "Cycle", Runtimes.Net10, "" },
        { "Many", Runtimes.Net10, "DOTNET_gcServer=1 DOTNET_GCHeapCount=2" },
        { "RuntimeAsync", Runtimes.Net10, "" },
        { "SelfContained", Runtimes.Net10, "" },
    };

    [Theory, MemberData(nameof(Targets))]
    public void Live_heap(string name, string framework, string variables)
    {
        using TargetProcess target = Start(name, framework, variables);

        AssertSame(TargetSpec.ForProcess(target.Pid));
    }

    [Theory]
    [InlineData(Runtimes.Net8, "")]
    [InlineData(Runtimes.Net10, "")]
    [InlineData(Runtimes.Net10, "DOTNET_gcServer=1 DOTNET_GCHeapCount=2")]
    public void Dumped_heap(string framework, string variables)
    {
        using TargetProcess target = Start("HeapZoo", framework, variables);
        foreach (DumpKind kind in new[] { DumpKind.Full, DumpKind.WithHeap })
        {
            using TargetDump dump = TargetDump.Take(target, kind);
            AssertSame(TargetSpec.ForDump(dump.FilePath));
        }
    }

    private static TargetProcess Start(string name, string framework, string variables)
    {
        TargetProcess target = TargetProcess.Start(
            new TargetProgram(name, framework),
            environment: variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]));
        string told = string.Concat(target.ReadUntil("ready"));
        Assert.Equal(variables.Contains("gcServer=1", StringComparison.Ordinal) && name == "HeapZoo", told.Contains("\"server\":true", StringComparison.Ordinal));
        return target;
    }

    private void AssertSame(TargetSpec spec)
    {
        var gaps = new List<string>();
        (HeapDigest ours, HeapDigest shared, HeapDigest? theirs, string segments) = TargetThread.Run(() => Walk(spec, gaps));
        for (int tries = 1; theirs is null && tries < MostTries; tries++)
        {
            gaps.Clear();
            (ours, shared, theirs, segments) = TargetThread.Run(() => Walk(spec, gaps));
        }

        Assert.NotNull(theirs);
        output.WriteLine($"{ours}; {segments}");
        Assert.Empty(gaps);
        Assert.Equal(theirs.ToString(), ours.ToString());
        Assert.Equal(theirs.ToString(), shared.ToString());
        Assert.True(ours is { Objects: > 200, Free: > 0 }, ours.ToString());
    }

    /// <summary>Walks both ways; theirs is null when ClrMD lost its way, as it does behind an allocation buffer that is used up.</summary>
    private static (HeapDigest Ours, HeapDigest Shared, HeapDigest? Theirs, string Segments) Walk(TargetSpec spec, List<string> gaps)
    {
        using TargetSession session = TargetSession.Open(spec, new TargetOptions { TrustDac = true }, CancellationToken.None);
        using StopScope stop = session.StopWalkable(MostTries, CancellationToken.None);
        ClrHeap heap = stop.Runtime.Heap;

        HeapDigest ours = Digest(stop.Reader, heap, workers: 1, gaps);
        HeapDigest shared = Digest(stop.Reader, heap, workers: 3, gaps);
        return (ours, shared, Oracle(heap), string.Join(", ", heap.Segments.GroupBy(s => s.Kind).Select(g => $"{g.Count()} {g.Key}")));
    }

    private static HeapDigest? Oracle(ClrHeap heap)
    {
        var digest = new HeapDigest(heap.FreeType.MethodTable);
        foreach (ClrObject o in heap.EnumerateObjects())
        {
            if (o.Type is not { } type)
            {
                return null;
            }

            digest.Add(o.Address, type.MethodTable);
        }

        return digest;
    }

    private static HeapDigest Digest(IDataReader reader, ClrHeap heap, int workers, List<string> gaps)
    {
        var digest = new HeapDigest(heap.FreeType.MethodTable);
        var walker = new HeapWalker(reader, new TypeTable(reader), workers: workers) { Observer = digest.Add };
        walker.Walk(heap, (what, why) => gaps.Add($"{what}: {why}"), CancellationToken.None, out _);
        return digest;
    }
}
