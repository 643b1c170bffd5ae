using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>Gives the method whose code a word leads into, and asks the DAC only about words that lead into code.</summary>
/// <remarks>The DAC takes what it is asked about for a stub when it is no compiled code, and a stub of nothing ends our process with SIGSEGV.</remarks>
internal sealed class CodeCheck(ClrRuntime runtime, IMemoryReader reader)
{
    private const int StubBytes = 16, JumpBytes = 6, LoadBytes = 7;

    // MethodDesc.m_wFlags, and the kind of method that a DynamicMethod makes: it has no metadata, and none of it is left once it is collected.
    private const ulong FlagsOfMethod = 6;
    private const int KindBits = 7, DynamicKind = 7;
    private readonly Dictionary<ulong, ClrMethod?> _known = [];
    private MemoryRange[]? _compiled;

    /// <summary>Gives the method that an address in compiled code belongs to; null when it leads elsewhere.</summary>
    public ClrMethod? CompiledAt(ulong code) => IsCompiled(code) ? Ask(code) : null;

    /// <summary>Gives the method that is called through a pointer, which may be compiled code or the stub before it.</summary>
    public ClrMethod? CalledThrough(ulong code) => IsCompiled(code) || IsStub(code) ? Ask(code) : null;

    private ClrMethod? Ask(ulong code)
    {
        if (!_known.TryGetValue(code, out var method))
            _known.Add(code, method = runtime.GetMethodByInstructionPointer(code));
        return method;
    }

    private bool IsCompiled(ulong code)
    {
        _compiled ??= [.. Ranges().Where(r => r.Length > 0).OrderBy(r => r.Start)];
        var at = Array.BinarySearch(_compiled, new MemoryRange(code, code), Comparer<MemoryRange>.Create((a, b) => a.Start.CompareTo(b.Start)));
        at = at < 0 ? ~at - 1 : at;
        return at >= 0 && code < _compiled[at].End;
    }

    private IEnumerable<MemoryRange> Ranges() =>
        runtime.EnumerateJitManagers().SelectMany(j => j.EnumerateNativeHeaps()).Where(h => h.Kind != NativeHeapKind.HostCodeHeap).Select(h => h.MemoryRange)
            .Concat(runtime.EnumerateModules().Where(m => m.ImageBase != 0).Select(m => new MemoryRange(m.ImageBase, m.ImageBase + m.Size)));

    /// <summary>
    /// Tells a stub that belongs to a method. Rule, on x64: it begins by jumping through a slot behind which the method's record is, or by loading
    /// that record, and the record is there. Wrongly yes: other memory that looks so. Wrongly no: kinds of stubs that no delegate has had so far.
    /// Elsewhere, where stubs look otherwise, every readable place passes.
    /// </summary>
    private bool IsStub(ulong code)
    {
        Span<byte> bytes = stackalloc byte[StubBytes];
        if (code == 0 || reader.Read(code, bytes) != bytes.Length)
            return false;
        if (runtime.DataTarget.DataReader.Architecture != Architecture.X64)
            return true;
        var record = bytes switch
        {
            [0xFF, 0x25, ..] => code + JumpBytes + (ulong)BinaryPrimitives.ReadInt32LittleEndian(bytes[2..]) + 8,
            [0x4C, 0x8B, 0x15, ..] => code + LoadBytes + (ulong)BinaryPrimitives.ReadInt32LittleEndian(bytes[3..]),
            _ => 0UL,
        };
        return record != 0 && reader.ReadPointer(record, out var method) && method is not (0 or ulong.MaxValue)
            && reader.Read(method + FlagsOfMethod, out ushort flags) && (flags & KindBits) != DynamicKind;
    }
}
