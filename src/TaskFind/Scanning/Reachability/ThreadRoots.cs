using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Reachability;

/// <summary>
/// Gives all words that a thread holds, for any of them may be a reference: its registers, its stack, what the runtime keeps of it, and what that points to,
/// where a thread's own static fields begin. The runtime itself would tell exactly, but not for every thread of every dump.
/// Wrongly yes: a number that looks like a reference, or a slot that is no longer in use. Wrongly no: a reference into the midst of an object; a stack that
/// is longer than the limit.
/// </summary>
internal sealed class ThreadRoots(IDataReader reader, Action<string> incomplete)
{
    private const uint AllRegisters = 0x10001F;
    private const int ContextSize = 1232, ContextRegisters = 0x78, RegistersSize = 16 * Word, ContextStackPointer = 0x98, RedZone = 128, Word = sizeof(ulong);
    private const int Piece = 1 << 14, PageSize = 4096;
    private readonly byte[] _context = new byte[ContextSize];
    private readonly byte[] _bytes = new byte[Piece];

    /// <summary>Passes on the words of all threads.</summary>
    public void Read(ClrRuntime runtime, Action<ulong> word, CancellationToken cancellation)
    {
        if (reader.Architecture != Architecture.X64)
        {
            incomplete($"the registers of {reader.Architecture} threads are not read");
            return;
        }

        var count = 0;
        foreach (var thread in runtime.Threads)
        {
            cancellation.ThrowIfCancellationRequested();
            if (++count > Limits.Scan.Threads)
            {
                incomplete($"only the first {Limits.Scan.Threads} threads were read");
                return;
            }

            ReadRecord(thread.Address, word);
            if (thread.IsAlive && thread.OSThreadId != 0)
                ReadStack(thread, word, cancellation);
        }
    }

    private void ReadStack(ClrThread thread, Action<ulong> word, CancellationToken cancellation)
    {
        if (!reader.GetThreadContext(thread.OSThreadId, AllRegisters, _context))
        {
            incomplete("the registers of a thread are missing");
            return;
        }

        Pass(_context.AsSpan(ContextRegisters, RegistersSize), word);
        var start = (BitConverter.ToUInt64(_context, ContextStackPointer) & ~(ulong)(Word - 1)) - RedZone;
        if (ReadWords(start, Limits.Deep.StackBytes, word, cancellation) <= RedZone)
            incomplete("the stack of a thread could not be read");
    }

    /// <summary>Passes on the words of the runtime's own record of a thread, and the first of what each of them points to.</summary>
    private void ReadRecord(ulong address, Action<ulong> word)
    {
        var pointers = new List<ulong>();
        ReadWords(address, Limits.Deep.ThreadRecordBytes, pointers.Add, CancellationToken.None);
        foreach (var pointer in pointers)
        {
            word(pointer);
            if (pointer % Word == 0 && pointer >= PageSize)
                ReadWords(pointer, Limits.Deep.ThreadLocalBytes, word, CancellationToken.None);
        }
    }

    /// <summary>Passes on words up to a limit, or to where memory ends, and gives how many bytes they were.</summary>
    private int ReadWords(ulong start, int most, Action<ulong> word, CancellationToken cancellation)
    {
        var done = 0;
        while (done < most)
        {
            cancellation.ThrowIfCancellationRequested();
            var wanted = Math.Min(Math.Min(most - done, Piece), PageSize - (int)((start + (ulong)done) % PageSize));
            var got = Math.Max(reader.Read(start + (ulong)done, _bytes.AsSpan(0, wanted)), 0) & ~(Word - 1);
            Pass(_bytes.AsSpan(0, got), word);
            done += got;
            if (got < wanted)
                break;
        }

        return done;
    }

    private static void Pass(ReadOnlySpan<byte> bytes, Action<ulong> word)
    {
        foreach (var value in MemoryMarshal.Cast<byte, ulong>(bytes))
            word(value);
    }
}
