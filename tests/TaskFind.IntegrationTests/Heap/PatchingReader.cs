using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.IntegrationTests.Heap;

/// <summary>Reads another value where one word is.</summary>
internal sealed class PatchingReader(IDataReader inner, ulong at, ulong value) : IDataReader
{
    public string DisplayName => inner.DisplayName;

    public bool IsThreadSafe => inner.IsThreadSafe;

    public OSPlatform TargetPlatform => inner.TargetPlatform;

    public Architecture Architecture => inner.Architecture;

    public int ProcessId => inner.ProcessId;

    public int PointerSize => inner.PointerSize;

    public int Read(ulong address, Span<byte> buffer)
    {
        int got = inner.Read(address, buffer);
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(word, value);
        for (int i = 0; i < word.Length; i++)
        {
            if (at + (ulong)i - address is var offset && at + (ulong)i >= address && offset < (ulong)Math.Max(got, 0))
            {
                buffer[(int)offset] = word[i];
            }
        }

        return got;
    }

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
