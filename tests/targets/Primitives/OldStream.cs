namespace Primitives;

/// <summary>A stream of the time before tasks, which reads by Begin and End.</summary>
internal sealed class OldStream : Stream
{
    private static readonly ManualResetEvent s_never = new(false);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get; set; }

    public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) => new Begun();

    public override int EndRead(IAsyncResult asyncResult) => 0;

    public override int Read(byte[] buffer, int offset, int count) => 0;

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private sealed class Begun : IAsyncResult
    {
        public object? AsyncState => null;

        public WaitHandle AsyncWaitHandle => s_never;

        public bool CompletedSynchronously => false;

        public bool IsCompleted => false;
    }
}
