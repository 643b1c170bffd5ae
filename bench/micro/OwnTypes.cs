using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning;
using TaskFind.Targets;

namespace TaskFind.Bench.Micro;

/// <summary>The types of this very process, which is read while it runs: a table of types asks ClrMD, so there is none without a runtime.</summary>
internal sealed class OwnTypes : IDisposable
{
    private readonly LiveTarget _self = LiveTarget.Open(Environment.ProcessId, new TargetOptions { TrustDac = true });
    private readonly ClrRuntime _runtime;

    /// <summary>Opens this process, perhaps with something laid over its memory.</summary>
    public OwnTypes(Func<IMemoryReader, IMemoryReader>? over = null)
    {
        _runtime = _self.NewRuntime(_self.DataTarget);
        Reader = over is null ? _self.DataTarget.DataReader : over(_self.DataTarget.DataReader);
        Table = new TypeTable(Reader);
        Table.Use(_runtime.Heap);
    }

    /// <summary>Gets what reads this process, or what was laid over it.</summary>
    public IMemoryReader Reader { get; }

    public TypeTable Table { get; }

    public ClrHeap Heap => _runtime.Heap;

    /// <summary>Gives the entry of a type.</summary>
    public TypeEntry Entry<T>() => Table.Find((ulong)typeof(T).TypeHandle.Value) ?? throw new InvalidOperationException($"no type for {typeof(T)}");

    /// <inheritdoc/>
    public void Dispose()
    {
        _runtime.Dispose();
        _self.Dispose();
    }
}
