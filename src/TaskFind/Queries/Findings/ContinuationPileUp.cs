using TaskFind.Model;

namespace TaskFind.Queries.Findings;

/// <summary>
/// A task on which very much has piled up that nobody awaits. Rule: a thousand continuations in which no method waits: ContinueWith, handlers, promises that nobody awaits.
/// Wrongly yes: a program that means to notify so many. Wrongly no: fewer; what hangs on a cancellation token. How old the task is, nothing tells.
/// </summary>
internal sealed class ContinuationPileUp : IFinding
{
    private const int VeryMany = 1000;

    public string Name => "continuation-pile-up";

    public string Summary => "tasks carry very many continuations";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        foreach (var node in context.Graph.Nodes)
        {
            if (node.IsDone || node.Continuations is not { Count: >= VeryMany } all)
                continue;
            var piled = all.Where(c => !IsMethod(Waiter.Behind(c))).ToList();
            if (piled.Count < VeryMany)
                continue;
            yield return new Finding
            {
                Name = Name,
                Severity = FindingSeverity.Warning,
                Sentence = $"{piled.Count} continuations hang on {node}, and in none of them does a method wait.",
                Advice = "Something adds one at each turn of a loop: keep one continuation, or let it go with a token (WaitAsync, ContinueWith with a CancellationToken) when the other side wins.",
                Tasks = [node],
                Evidence =
                [
                    new FindingEvidence($"{node}") { Task = node },
                    .. piled.GroupBy(Kind).OrderByDescending(g => g.Count()).Take(Limits.Text.Evidence).Select(g => Piled([.. g])),
                ],
            };
        }
    }

    private static bool IsMethod(Continuation continuation) => continuation.Waiter is { Method: not null, Kind: not NodeKind.Delegate };

    private static (TaskMethod?, string?) Kind(Continuation continuation) => (continuation.Method ?? continuation.Waiter?.Method, continuation.Type ?? continuation.Waiter?.Type);

    private static FindingEvidence Piled(List<Continuation> same) => same[0] switch
    {
        { Waiter: { } waiter } => new($"{same.Count} like {waiter}") { Task = waiter },
        { Method: { } method } => new($"{same.Count} like {method}"),
        var other => new($"{same.Count} like {other.Type}"),
    };
}
