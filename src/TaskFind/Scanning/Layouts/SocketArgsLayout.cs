using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>SocketAsyncEventArgs</c> and what derives from it, whoever wrote it: the operation, its socket, and what a connect goes to.</summary>
internal sealed class SocketArgsLayout : FieldsLayout, IPromiseLayout
{
    private static readonly string?[] s_operations =
        [null, "accept", "connect", "disconnect", "receive", "receive-from", "receive-message-from", "send", "send-packets", "send-to"];

    private readonly int _operation, _socket, _remote;

    private SocketArgsLayout(ClrType type)
        : base(type)
    {
        _operation = Value("_completedOperation");
        _socket = Reference("_currentSocket");
        _remote = Reference("_remoteEndPoint");
    }

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, "System.Net.Sockets.SocketAsyncEventArgs") ? new SocketArgsLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        var facts = new List<WaitFact>();
        var operation = promise.Int32(_operation);
        if (operation > 0 && operation < s_operations.Length)
            facts.Add(WaitFact.Flag(s_operations[operation]!));
        if (context.Store.TryGet<SocketLayout>(promise.Ref(_socket), out var socket, out var layout))
            SocketFacts.Add(facts, context, socket, layout, EndPointLayout.Text(context.Store, promise.Ref(_remote)));
        var row = new WaitRow { Kind = WaitKind.Socket, Address = promise.Address, Type = context.Builder.Intern("Socket") };
        node.Wait = context.Builder.Add(row, facts.ToArray().AsSpan());
    }
}
