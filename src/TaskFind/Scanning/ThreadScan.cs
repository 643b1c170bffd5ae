using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Reads the threads while the target stands still: their managed frames, and which wanted objects their stacks hold.</summary>
internal sealed class ThreadScan(IDataReader reader, Action<string, string> gap)
{
    private const uint AllRegisters = 0x10001F;
    private const int ContextSize = 1232, ContextRegisters = 0x78, ContextStackPointer = 0x98, ContextInstructionPointer = 0xF8;
    private readonly byte[] _stack = new byte[Limits.Scan.StackBytes];
    private readonly byte[] _context = new byte[ContextSize];

    public IReadOnlyList<ThreadCapture> Read(ClrRuntime runtime, IReadOnlySet<ulong> wanted, CancellationToken cancellation)
    {
        var threads = new List<ThreadCapture>();
        var returns = new ReturnAddresses(new CodeCheck(runtime));
        foreach (var thread in runtime.Threads)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!thread.IsAlive)
                continue;
            if (threads.Count >= Limits.Scan.Threads)
            {
                gap("threads", $"only the first {Limits.Scan.Threads} were read");
                break;
            }

            threads.Add(Capture(thread, wanted, returns));
        }

        return threads;
    }

    private ThreadCapture Capture(ClrThread thread, IReadOnlySet<ulong> wanted, ReturnAddresses returns)
    {
        var hasContext = reader.Architecture == Architecture.X64 && reader.GetThreadContext(thread.OSThreadId, AllRegisters, _context);
        var frames = Frames(thread, hasContext, out var outermost);
        var isWalked = frames.Count > 0;
        var held = new List<ulong>();
        if (hasContext && wanted.Count > 0)
        {
            var stack = UsedStack(outermost, out var address);
            Search(_context.AsSpan(ContextRegisters, 16 * 8), wanted, held);
            Search(stack, wanted, held);
            if (!isWalked && held.Count > 0)
            {
                frames = returns.Find(stack, address);
                TellFrames(frames.Count);
            }
        }

        return new ThreadCapture(thread.ManagedThreadId, (int)thread.OSThreadId, thread.Address, frames, isWalked, thread.State.HasFlag(ClrThreadState.TS_TPWorkerThread), held);
    }

    private List<FrameCapture> Frames(ClrThread thread, bool hasContext, out ulong outermost)
    {
        var frames = new List<FrameCapture>();
        var met = 0;
        outermost = 0;
        foreach (var frame in thread.EnumerateStackTrace(includeContext: false, Limits.Scan.Frames))
        {
            met++;

            // Of a thread that never ran managed code, such as the collector's, there is one frame without a method, left over from another thread's walk.
            if (frame is { Method: null, Kind: ClrStackFrameKind.ManagedMethod })
                continue;
            outermost = Math.Max(outermost, frame.StackPointer);
            if (frame.Method is { } method)
                frames.Add(new FrameCapture(method, frame.InstructionPointer, hasContext ? frame.InstructionPointer == Register(ContextInstructionPointer) : frames.Count == 0));
        }

        TellFrames(met);
        return frames;
    }

    private void TellFrames(int count)
    {
        if (count >= Limits.Scan.Frames)
            gap("frames of a thread", $"only the innermost {Limits.Scan.Frames} were read");
    }

    /// <summary>Reads the used part of a stack.</summary>
    private ReadOnlySpan<byte> UsedStack(ulong outermost, out ulong address)
    {
        address = Register(ContextStackPointer);
        if (address == 0)
            return [];

        // The runtime does not tell where the stack ends on Linux: the outermost managed frame and what may belong to it are the bound.
        var managed = outermost > address ? outermost - address : 0;
        if (managed > (ulong)_stack.Length)
            gap("the stack of a thread", $"only the innermost {_stack.Length} bytes were searched");
        var length = (int)Math.Min(managed + Limits.Scan.OutermostFrameBytes, (ulong)_stack.Length);
        return _stack.AsSpan(0, Math.Max(reader.Read(address, _stack.AsSpan(0, length)), 0) & ~7);
    }

    private ulong Register(int offset) => BitConverter.ToUInt64(_context, offset);

    /// <summary>
    /// Searches words for the wanted addresses. Rule: any aligned word that equals one.
    /// Wrongly yes: a slot that is no longer in use; who asks compares with the frames. Wrongly no: a stack deeper than the limit.
    /// </summary>
    private static void Search(ReadOnlySpan<byte> words, IReadOnlySet<ulong> wanted, List<ulong> held)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(words))
        {
            if (wanted.Contains(word) && !held.Contains(word))
                held.Add(word);
        }
    }
}
