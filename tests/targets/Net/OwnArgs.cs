using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace Net;

/// <summary>A SocketAsyncEventArgs of the program's own that is awaited, with a continuation of its own and no core.</summary>
internal sealed class OwnArgs : SocketAsyncEventArgs, IValueTaskSource<int>, INamedAwaited
{
    private Action<object?>? _then;
    private object? _state;

    public string Name => "own";

    public bool IsAwaited => _then is not null;

    public ValueTask<int> Receive(Socket socket)
    {
        SetBuffer(new byte[16]);
        return socket.ReceiveAsync(this) ? new ValueTask<int>(this, 0) : new ValueTask<int>(BytesTransferred);
    }

    public int GetResult(short token) => BytesTransferred;

    public ValueTaskSourceStatus GetStatus(short token) => ValueTaskSourceStatus.Pending;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        (_state, _then) = (state, continuation);

    protected override void OnCompleted(SocketAsyncEventArgs e) => _then?.Invoke(_state);
}
