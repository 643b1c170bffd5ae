using System.Diagnostics;

namespace TaskFind.Model;

/// <summary>A task, async state machine or promise of a <see cref="TaskGraph"/>: a view of one of its rows.</summary>
[DebuggerDisplay("{Type} {State} {DisplayName}")]
public readonly struct TaskNode : IEquatable<TaskNode>
{
    private readonly TaskGraph _graph;

    internal TaskNode(TaskGraph graph, int ordinal) => (_graph, Ordinal) = (graph, new(ordinal));

    /// <summary>Gets the graph it belongs to.</summary>
    public TaskGraph Graph => _graph;

    /// <summary>Gets its position in the graph.</summary>
    public NodeOrdinal Ordinal { get; }

    /// <summary>Gets its address in the target.</summary>
    public ObjectAddress Address => new(Row.Address);

    /// <summary>Gets what kind of object it is.</summary>
    public NodeKind Kind => Row.Kind;

    /// <summary>Gets the type as C# writes it, <c>Task&lt;int&gt;</c>; <c>async void</c> and <c>async iterator</c> for those.</summary>
    public string Type => _graph.StringAt(Row.Type) ?? "Task";

    /// <summary>Gets <c>Task.Id</c>, when one was assigned.</summary>
    public TaskId? Id => Extra.TaskId == 0 ? null : new TaskId(Extra.TaskId);

    /// <summary>Gets the AsyncState, when it is a string.</summary>
    public string? Name => _graph.StringAt(Extra.Name);

    /// <summary>Gets what it is called: <c>Task-7</c>, else its AsyncState, else its address.</summary>
    public string DisplayName => Id?.ToString() ?? Name ?? Address.ToString();

    /// <summary>Gets how it stands.</summary>
    public TaskState State => Row.State;

    /// <summary>Gets the status that <c>Task.Status</c> would give.</summary>
    public TaskStatus Status => (TaskStatus)Row.Status;

    /// <summary>Gets whether it is done.</summary>
    public bool IsDone => State is TaskState.Finished or TaskState.Cancelled;

    /// <summary>Gets the method it runs; null for a bare promise.</summary>
    public TaskMethod? Method => _graph.MethodAt(Row.Method);

    /// <summary>Gets where in the method it stands.</summary>
    public AwaitPoint? Point => _graph.PointAt(Row.Point);

    /// <summary>Gets the managed id of the thread that runs it now.</summary>
    public int? Thread => Extra.Thread == 0 ? null : Extra.Thread;

    /// <summary>Gets the exception that ended it.</summary>
    public ExceptionInfo? Exception => _graph.ExceptionAt(Extra.Exception);

    /// <summary>Gets the result, when the look was asked for values.</summary>
    public string? Result => _graph.StringAt(Extra.Result);

    /// <summary>Gets what flows with it, when the look was asked for contexts; null when that is nothing, and for what is done.</summary>
    public ContextInfo? Context => _graph.ContextAt(Extra.Context);

    /// <summary>Gets the variables of its method, when the look was asked for values; null when there are none, and for what is done.</summary>
    public MethodVariables? Variables => _graph.VariablesAt(Extra.Variables);

    /// <summary>Gets whether it is the framework's own and not the program's.</summary>
    public bool IsFramework => (Row.Flags & NodeFlags.Framework) != 0;

    /// <summary>
    /// Gets whether it is a promise that waits for something and that nobody awaits: the loser of a WhenAny, a read that swallows the next item. Wrongly
    /// yes: a promise that the program keeps to await it later.
    /// </summary>
    public bool IsAbandoned => Kind == NodeKind.Promise && !IsDone && Row.Continuations == NodeRow.NoContinuation && Row.Wait >= 0;

    /// <summary>
    /// Gets whether something alive can complete it; null for what is no pending completion source, and when the look was not deep (<see cref="TaskGraph.IsDeep"/>).
    /// A bare promise counts as a source whose <c>TaskCompletionSource</c> was collected already. A method that waits for it only is not alive for that.
    /// </summary>
    public bool? CanComplete => (Row.Flags & (NodeFlags.CanComplete | NodeFlags.CannotComplete)) switch
    {
        NodeFlags.CanComplete => true,
        NodeFlags.CannotComplete => false,
        _ => null,
    };

    /// <summary>Gets whether it is more than garbage that was not collected yet: some root leads to it; null when the look was not deep.</summary>
    public bool? IsReachable => _graph.IsDeep ? (Row.Flags & NodeFlags.Reachable) != 0 : null;

    /// <summary>Gets the node it awaits directly, a promise included.</summary>
    public TaskNode? Awaits => Row.Awaits < 0 ? null : new TaskNode(_graph, Row.Awaits);

    /// <summary>Gets what it waits for, links without a meaning of their own (Unwrap, AsTask) left out.</summary>
    public Wait? Wait => FindWait();

    /// <summary>Gets the HTTP request in whose handling it is awaited; null for none, and when several await it.</summary>
    public RequestInfo? Request => _graph.RequestOf(Ordinal.Value);

    /// <summary>Gets what runs when it completes.</summary>
    public IReadOnlyList<Continuation> Continuations => _graph.ContinuationsOf(Row);

    /// <summary>Gets the index of <see cref="Method"/> in <see cref="TaskGraph.Methods"/>, -1 for none: a test per method, not per node, is what a search can afford.</summary>
    internal int MethodIndex => Row.Method;

    /// <summary>Gets the index of <see cref="Point"/> in <see cref="TaskGraph.Points"/>, -1 for none.</summary>
    internal int PointIndex => Row.Point;

    /// <summary>Gets whether it is done badly, and a join that is not done (WhenAll) keeps it to pass that on.</summary>
    internal bool IsJoined => (Row.Flags & NodeFlags.Joined) != 0;

    /// <summary>Gets whether a <see cref="Wait"/> of its own is there, which makes a promise more than a link.</summary>
    internal bool HasOwnWait => (Row.Wait >= 0 && !(Row.Awaits >= 0 && _graph.IsOnTheWay(Row.Wait))) || IsOpenSource;

    private bool IsOpenSource => Kind == NodeKind.CompletionSource && !IsDone;

    private NodeExtra Extra => _graph.ExtraAt(Row.Extra);

    private ref readonly NodeRow Row => ref _graph.RowAt(Ordinal.Value);

    /// <inheritdoc/>
    public bool Equals(TaskNode other) => ReferenceEquals(_graph, other._graph) && Ordinal == other.Ordinal;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskNode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Ordinal.Value;

    /// <summary>Tells whether both are the same node of the same graph.</summary>
    public static bool operator ==(TaskNode left, TaskNode right) => left.Equals(right);

    /// <summary>Tells whether they differ.</summary>
    public static bool operator !=(TaskNode left, TaskNode right) => !left.Equals(right);

    /// <summary>Gives the wait of somebody who awaits this node.</summary>
    internal Wait AsAwaited() => Row.Method >= 0 || IsDone ? new TaskWait(this) : FindWait() ?? new TaskWait(this);

    private Wait? FindWait()
    {
        var (node, via) = (this, (Wait?)null);
        for (var hops = 0; hops < Limits.Graph.Links; hops++)
        {
            if (node.Row.Wait >= 0 && node.Row.Awaits >= 0 && _graph.IsOnTheWay(node.Row.Wait))
                via ??= _graph.WaitAt(node.Row.Wait);
            else if (node.IsOpenSource && _graph.IsOfSource(node.Row.Wait))
                return new CompletionSourceWait(node.Address, node.Type, node.Name) { Facts = _graph.FactsAt(node.Row.Wait), Via = via };
            else if (node.Row.Wait >= 0)
                return _graph.WaitAt(node.Row.Wait) with { Via = via };
            if (node.Awaits is not { } next)
                return node == this || node.IsDone ? null : new OtherWait(node.Address, node.Type) { Via = via };
            if (next.Row.Method >= 0 || next.IsDone)
                return new TaskWait(next) { Via = via };
            node = next;
        }

        return new TaskWait(node) { Via = via };
    }
}
