using BenchmarkDotNet.Attributes;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning;
using TaskFind.Scanning.Walking;

namespace TaskFind.Bench.Micro;

/// <summary>One worker's walk over 20,000 objects of mixed sizes, one of 25 a task, beside a copy of the same bytes in the same blocks; the figures are for one object.</summary>
[MemoryDiagnoser]
public class Walks : IDisposable
{
    private const int Objects = 20_000, TaskEvery = 25;
    private readonly byte[] _room = GC.AllocateUninitializedArray<byte>(Limits.Scan.Block, pinned: true);
    private HeapBlock _heap = null!;
    private OwnTypes _types = null!;
    private SegmentWalker _walker = null!;
    private AllocationContexts _contexts = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _types = new OwnTypes(below => _heap = new HeapBlock(below));
        _contexts = AllocationContexts.Of(_types.Heap);
        _walker = new SegmentWalker(_types.Reader, _types.Table, values: false);
        var (task, text, bytes) = (_types.Entry<Task<int>>(), _types.Entry<string>(), _types.Entry<byte[]>());
        TypeEntry[] fixedOnes = [_types.Entry<object>(), _types.Entry<Version>(), _types.Entry<List<string>>(), _types.Entry<Dictionary<string, object>>(), _types.Entry<Uri>()];
        var random = new Random(20_261_125);
        for (var i = 0; i < Objects; i++)
        {
            if (i % TaskEvery == 0)
                _heap.Add(task, 0);
            else if (random.Next(100) is var kind && kind < 40)
                _heap.Add(fixedOnes[kind % fixedOnes.Length], 0);
            else if (kind < 65)
                _heap.Add(text, (uint)random.Next(4, 60));
            else
                _heap.Add(bytes, (uint)random.Next(16, kind < 97 ? 400 : 8_000));
        }

        if (Walk() != Objects / TaskEvery || _walker.Objects != Objects)
            throw new InvalidOperationException("the walk came out of step");
    }

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _types.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Objects)]
    public long Copy()
    {
        long copied = 0;
        for (var at = HeapBlock.Start; at < _heap.End; at += (ulong)_room.Length)
            copied += _heap.Read(at, _room);
        return copied;
    }

    [Benchmark(OperationsPerInvoke = Objects)]
    public int Walk() => _walker.Walk(new HeapRange(HeapBlock.Start, _heap.End, GCSegmentKind.Generation2), _contexts, new ByteChunks(), CancellationToken.None).Count;
}
