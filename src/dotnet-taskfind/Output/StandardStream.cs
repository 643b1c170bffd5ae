using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TaskFind.Tool.Output;

/// <summary>Writes to stdout or stderr, and quietly to nowhere once the reader of a pipe has left (<c>| head -1</c>).</summary>
// .NET's own console streams first send a terminal a sequence of theirs, on stdout, in front of the answer; a FileStream keeps an offset
// of its own, so that stdout and stderr in one file would overwrite each other.
internal sealed partial class StandardStream : Stream
{
    private const int InterruptedCall = 4; // EINTR
    private const int TryAgain = 11; // EAGAIN
    private const int DuplicateForUs = 1030; // F_DUPFD_CLOEXEC: what is started does not inherit it
    private const int BrokenPipe = 32; // EPIPE
    private const short CanBeWritten = 4; // POLLOUT

    private readonly int _descriptor;
    private bool _isBroken;

    private StandardStream(int descriptor) => _descriptor = descriptor;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens stdout.</summary>
    public static Stream Output() => OperatingSystem.IsLinux() ? new StandardStream(1) : Console.OpenStandardOutput();

    /// <summary>Opens stderr.</summary>
    public static Stream Error() => OperatingSystem.IsLinux() ? new StandardStream(2) : Console.OpenStandardError();

    /// <summary>Has a file in the place of stdout while something is started that inherits it.</summary>
    public static T Lend<T>(SafeFileHandle file, Func<T> start)
    {
        var kept = Checked(Control(1, DuplicateForUs, 3));
        try
        {
            Checked(Replace((int)file.DangerousGetHandle(), 1));
            return start();
        }
        finally
        {
            _ = Replace(kept, 1);
            _ = Close(kept);
            GC.KeepAlive(file);
        }
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty && !_isBroken)
        {
            var written = WriteSome(_descriptor, buffer, buffer.Length);
            if (written >= 0)
                buffer = buffer[(int)written..];
            else
                Recover(Marshal.GetLastPInvokeError());
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private void Recover(int error)
    {
        switch (error)
        {
            case InterruptedCall:
                break;
            case TryAgain:
                var wait = new PollEntry { Descriptor = _descriptor, Events = CanBeWritten };
                _ = Poll(ref wait, 1, -1);
                break;
            case BrokenPipe:
                _isBroken = true;
                break;
            default:
                throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
        }
    }

    private static int Checked(int descriptor) =>
        descriptor >= 0 ? descriptor : throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()), Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Replace(int by, int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteSome(int descriptor, ReadOnlySpan<byte> buffer, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref PollEntry entries, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Received;
    }
}
