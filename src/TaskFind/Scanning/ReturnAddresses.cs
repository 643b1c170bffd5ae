using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>Finds managed methods on a stack that the runtime cannot walk, because its thread is in native code that left no mark (a helper of the JIT, SpinWait, Math.Sin).</summary>
internal sealed class ReturnAddresses
{
    private const ulong FirstUserAddress = 0x10000, EndOfUserAddresses = 1UL << 47;
    private readonly Dictionary<ulong, ClrMethod?> _known = [];

    /// <summary>
    /// Gives the methods that the words of a stack lead back into, innermost first. Rule: any aligned word that is an address in compiled code.
    /// Wrongly yes: a call that has returned, in a slot that nobody has written since. Wrongly no: a stack deeper than what was read.
    /// </summary>
    /// <param name="runtime">The stopped runtime.</param>
    /// <param name="stack">The words.</param>
    /// <param name="address">Where they stand: most words of a stack lead into the stack itself.</param>
    public List<FrameCapture> Find(ClrRuntime runtime, ReadOnlySpan<byte> stack, ulong address)
    {
        var frames = new List<FrameCapture>();
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(stack))
        {
            if (word is < FirstUserAddress or >= EndOfUserAddresses || word - address < (ulong)stack.Length)
                continue;
            if (!_known.TryGetValue(word, out var method))
                _known.Add(word, method = runtime.GetMethodByInstructionPointer(word));
            if (method is not null)
                frames.Add(new FrameCapture(method, word, IsLeaf: false));
            if (frames.Count >= ScanLimits.Frames)
                break;
        }

        return frames;
    }
}
