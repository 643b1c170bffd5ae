using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.IntegrationTests.Heap;

/// <summary>Passes everything on to another reader, but for the bytes that whoever derives from it reads otherwise.</summary>
internal abstract class AlteringReader(IDataReader inner) : IDataReader
{
    protected IDataReader Inner => inner;

    public string DisplayName => inner.DisplayName;

    public bool IsThreadSafe => inner.IsThreadSafe;

    public OSPlatform TargetPlatform => inner.TargetPlatform;

    public Architecture Architecture => inner.Architecture;

    public int ProcessId => inner.ProcessId;

    public int PointerSize => inner.PointerSize;

    public abstract int Read(ulong address, Span<byte> buffer);

    public unsafe bool Read<T>(ulong address, out T value)
        where T : unmanaged
    {
        value = default;
        return Read(address, new Span<byte>(Unsafe.AsPointer(ref value), sizeof(T))) == sizeof(T);
    }

    public T Read<T>(ulong address)
        where T : unmanaged => Read(address, out T value) ? value : default;

    public bool ReadPointer(ulong address, out ulong value) => Read(address, out value);

    public ulong ReadPointer(ulong address) => Read(address, out ulong value) ? value : 0;

    public IEnumerable<ModuleInfo> EnumerateModules() => inner.EnumerateModules();

    public bool GetThreadContext(uint threadID, uint contextFlags, Span<byte> context) => inner.GetThreadContext(threadID, contextFlags, context);

    public void FlushCachedData() => inner.FlushCachedData();
}
