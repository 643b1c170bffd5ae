using TaskFind.Model;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>Compares the two ends of every await edge: what a task says that it awaits, and what the awaited task has registered.</summary>
internal sealed class EdgeCheck
{
    private readonly TaskGraph _graph;

    public EdgeCheck(TaskGraph graph)
    {
        _graph = graph;
        foreach (TaskNode node in graph.Nodes.Where(n => !n.IsDone))
        {
            Forward(node);
            Backward(node);
            if (node is { Method: not null, Point.Kind: AwaitPointKind.Awaiting })
            {
                Suspended++;
                if (node.Wait is null && node.Awaits is null)
                {
                    Blind.Add(Text(node));
                }
            }
        }
    }

    /// <summary>Gets how many edges are known from both ends.</summary>
    public int Confirmed { get; private set; }

    /// <summary>Gets the edges whose awaited task is done, so that nothing is registered on it any more: the waiter is queued somewhere.</summary>
    public List<TaskNode> AwaitDone { get; } = [];

    /// <summary>Gets the tasks that await something that is no task; the graph has no second end for them.</summary>
    public List<(TaskNode Waiter, Wait Awaited)> AwaitOthers { get; } = [];

    /// <summary>Gets the edges that only one end knows of.</summary>
    public List<string> OneSided { get; } = [];

    /// <summary>Gets how many methods stand at an await.</summary>
    public int Suspended { get; private set; }

    /// <summary>Gets those of them of which nothing says what they await.</summary>
    public List<string> Blind { get; } = [];

    // What a task says, and whether the awaited one agrees.
    private void Forward(TaskNode node)
    {
        foreach (TaskNode awaited in Awaited(node))
        {
            if (awaited.Continuations.Any(c => c.Waiter == node))
            {
                Confirmed++;
            }
            else if (awaited.IsDone)
            {
                AwaitDone.Add(node);
            }
            else
            {
                OneSided.Add($"{Text(node)} says it awaits {Text(awaited)}, which has registered {string.Join(", ", awaited.Continuations)}");
            }
        }

        if (node is { Awaits: null, HasOwnWait: true, Wait: OtherWait or ResourceWait, Point.Kind: not AwaitPointKind.Queued } && _graph.At(node.Wait!.Address) is null)
        {
            AwaitOthers.Add((node, node.Wait));
        }
    }

    // What is registered on a task, and whether the waiter agrees.
    private void Backward(TaskNode node)
    {
        foreach (Continuation continuation in node.Continuations)
        {
            if (continuation.Waiter is { } waiter && !Awaited(waiter).Contains(node))
            {
                OneSided.Add($"{Text(node)} is said to be awaited by {Text(waiter)}, which awaits {string.Join(", ", Awaited(waiter).Select(Text))}");
            }
            else if (continuation is { Kind: ContinuationKind.BlockedThread, Thread: var thread } && _graph.Threads.All(t => t.ManagedId != thread))
            {
                OneSided.Add($"{Text(node)} is said to block thread {thread}, which there is not");
            }
        }
    }

    private static IEnumerable<TaskNode> Awaited(TaskNode node) => node switch
    {
        { Awaits: { } one } => [one],
        { HasOwnWait: true, Wait: WhenAllWait all } => all.Tasks,
        { HasOwnWait: true, Wait: WhenAnyWait any } => any.Tasks,
        _ => [],
    };

    private static string Text(TaskNode node) => $"{node.Kind} {node.Type} {node.DisplayName} {node.Method?.DisplayName} ({node.Point?.Kind})";
}
