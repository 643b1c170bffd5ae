using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>Reads the threads while the target stands still: their managed frames, and which wanted objects their stacks hold.</summary>
internal sealed class ThreadScan(IDataReader reader, Action<string, string> gap)
{
    private const uint AllRegisters = 0x10001F;
    private const int ContextSize = 1232, ContextRegisters = 0x78, ContextStackPointer = 0x98;
    private const ulong OutermostFrame = 16 * 1024;
    private readonly byte[] _stack = new byte[ScanLimits.StackBytes];
    private readonly byte[] _context = new byte[ContextSize];

    public IReadOnlyList<ThreadCapture> Read(ClrRuntime runtime, IReadOnlySet<ulong> wanted, CancellationToken cancellation)
    {
        var threads = new List<ThreadCapture>();
        foreach (var thread in runtime.Threads)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!thread.IsAlive)
                continue;
            if (threads.Count >= ScanLimits.Threads)
            {
                gap("threads", $"only the first {ScanLimits.Threads} were read");
                break;
            }

            var frames = Frames(thread, out var outermost);
            threads.Add(new ThreadCapture(thread.ManagedThreadId, (int)thread.OSThreadId, thread.Address, frames, Held(thread, outermost, wanted)));
        }

        return threads;
    }

    private List<FrameCapture> Frames(ClrThread thread, out ulong outermost)
    {
        var frames = new List<FrameCapture>();
        outermost = 0;
        foreach (var frame in thread.EnumerateStackTrace(includeContext: false, ScanLimits.Frames))
        {
            outermost = Math.Max(outermost, frame.StackPointer);
            if (frame.Method is { } method)
                frames.Add(new FrameCapture(method, frame.InstructionPointer));
        }

        if (frames.Count >= ScanLimits.Frames)
            gap("frames of a thread", $"only the innermost {ScanLimits.Frames} were read");
        return frames;
    }

    /// <summary>
    /// Searches the used stack and the registers for the wanted addresses. Rule: any aligned word that equals one.
    /// Wrongly yes: a slot that is no longer in use; who asks compares with the frames. Wrongly no: a stack deeper than the limit.
    /// </summary>
    private List<ulong> Held(ClrThread thread, ulong outermost, IReadOnlySet<ulong> wanted)
    {
        var held = new List<ulong>();
        if (wanted.Count == 0 || outermost == 0 || reader.Architecture != Architecture.X64
            || !reader.GetThreadContext(thread.OSThreadId, AllRegisters, _context))
        {
            return held;
        }

        Search(_context.AsSpan(ContextRegisters, 16 * 8), wanted, held);
        var stackPointer = BitConverter.ToUInt64(_context, ContextStackPointer);
        if (stackPointer == 0 || outermost < stackPointer)
            return held;

        // The runtime does not tell where the stack ends on Linux: the outermost managed frame and what may belong to it are the bound.
        var length = (int)Math.Min(outermost - stackPointer + OutermostFrame, (ulong)_stack.Length);
        var got = reader.Read(stackPointer, _stack.AsSpan(0, length));
        Search(_stack.AsSpan(0, Math.Max(got, 0) & ~7), wanted, held);
        return held;
    }

    private static void Search(ReadOnlySpan<byte> words, IReadOnlySet<ulong> wanted, List<ulong> held)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(words))
        {
            if (wanted.Contains(word) && !held.Contains(word))
                held.Add(word);
        }
    }
}
