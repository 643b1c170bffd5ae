using TaskFind.Model;

namespace TaskFind.Queries.Findings;

/// <summary>
/// Tasks that failed, and nobody looked at the exception. Rule: faulted, its exception not observed, and no task that is still pending awaits it, itself or in a join. Wrongly yes: a task that
/// the program keeps to await it later. Wrongly no: one that the garbage collector has already taken.
/// </summary>
internal sealed class UnobservedException : IFinding
{
    public string Name => "unobserved-exception";

    public string Summary => "tasks have failed, and nobody has looked";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        var failed = context.Graph.Nodes.Where(n => n is { State: TaskState.Finished, Exception.IsObserved: false } && !n.IsJoined && !context.IsAwaited(n));
        foreach (var group in failed.GroupBy(n => (n.MethodIndex, n.Exception!.Type)))
        {
            var tasks = group.ToList();
            var exception = tasks[0].Exception!;
            FormattableString message = exception.Message is { } text ? $": {text}" : Words.None;
            FormattableString who = tasks[0].Method is { } method ? $" of {method}" : Words.None;
            yield return new Finding
            {
                Name = Name,
                Severity = FindingSeverity.Warning,
                Sentence = $"{Words.Count(tasks.Count, "task", "tasks")}{who} failed with {exception.Type}{message}, and nobody has looked at it.",
                Advice = "Await the task somewhere, or log in it what goes wrong; TaskScheduler.UnobservedTaskException tells of such tasks only when they are collected.",
                Tasks = tasks,
                Evidence = Words.OfTasks(tasks, t => $"{t}"),
                OmittedEvidence = Math.Max(0, tasks.Count - Limits.Text.Evidence),
            };
        }
    }
}
