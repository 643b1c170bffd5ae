using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>Gives the method whose code a word leads into, and asks the DAC only about words that lead into code.</summary>
/// <remarks>The DAC takes what it is asked about for a stub when it is no compiled code, and a stub of nothing ends our process with SIGSEGV.</remarks>
internal sealed class CodeCheck(ClrRuntime runtime)
{
    private readonly Dictionary<ulong, ClrMethod?> _known = [];
    private MemoryRange[]? _compiled;

    /// <summary>Gives the method that an address in compiled code belongs to; null when it leads elsewhere.</summary>
    public ClrMethod? CompiledAt(ulong code) => IsCompiled(code) ? Ask(code) : null;

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
}
