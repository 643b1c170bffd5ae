using System.Runtime.InteropServices;
using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Finds managed methods on a stack that the runtime cannot walk, because its thread is in native code that left no mark (a helper of the JIT, SpinWait, Math.Sin).</summary>
internal sealed class ReturnAddresses(CodeCheck check)
{
    private const ulong FirstUserAddress = 0x10000, EndOfUserAddresses = 1UL << 47;

    /// <summary>
    /// Gives the methods that the words of a stack lead back into, innermost first. Rule: any aligned word that is an address in compiled code.
    /// Wrongly yes: a call that has returned, in a slot that nobody has written since. Wrongly no: a stack deeper than what was read.
    /// </summary>
    /// <param name="stack">The words.</param>
    /// <param name="address">Where they stand: most words of a stack lead into the stack itself.</param>
    public List<FrameCapture> Find(ReadOnlySpan<byte> stack, ulong address)
    {
        var frames = new List<FrameCapture>();
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(stack))
        {
            if (word is < FirstUserAddress or >= EndOfUserAddresses || word - address < (ulong)stack.Length)
                continue;
            if (check.CompiledAt(word) is { } method)
                frames.Add(new FrameCapture(method, word, IsLeaf: false));
            if (frames.Count >= Limits.Scan.Frames)
                break;
        }

        return frames;
    }
}
