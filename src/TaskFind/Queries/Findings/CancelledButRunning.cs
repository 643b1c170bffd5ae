using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries.Findings;

/// <summary>
/// Tasks that were asked to stop and go on. Rule: a token that the method was given, or the task's own, is cancelled, and the task is not done; of a chain the last one, which alone
/// could have heard. Wrongly yes: one that is just cleaning up, or whose token is about something else. Wrongly no: a token inside another object.
/// </summary>
internal sealed class CancelledButRunning : IFinding
{
    public string Name => "cancelled-but-running";

    public string Summary => "tasks go on although they were cancelled";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        var deaf = context.Graph.Nodes.Where(n => n is { State: TaskState.Cancelling, IsFramework: false, Method: not null } && n.Wait is not TaskWait { Target: { State: TaskState.Cancelling, IsFramework: false } });
        foreach (var group in TaskGroups.Of(deaf, context.Leaves))
        {
            var first = group.First;
            FormattableString at = first.Wait is { } wait ? $" still waits for {group.Tasks.Select(t => t.Wait ?? wait).Aggregate(WaitLikeness.Common)}" : Words.Say($" still runs");
            yield return new Finding
            {
                Name = Name,
                Severity = FindingSeverity.Warning,
                Sentence = $"{Words.Count(group.Tasks.Count, "task", "tasks")} of {first.Method} {(group.Tasks.Count == 1 ? "was" : "were")} cancelled and{at}.",
                Advice = "Pass the token on to what it awaits, or ask it (ThrowIfCancellationRequested) where it computes.",
                Tasks = group.Tasks,
                Evidence = Words.OfTasks(group.Tasks, t => Words.Say($"{t}{(t.Wait is { } w ? Words.Say($" waits for {w}") : Words.None)}")),
                OmittedEvidence = Math.Max(0, group.Tasks.Count - Limits.Text.Evidence),
            };
        }
    }
}
