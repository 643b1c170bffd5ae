using TaskFind.Model;

namespace TaskFind.Queries.Findings;

/// <summary>Parts of what findings say.</summary>
internal static class Words
{
    /// <summary>Stands for nothing said.</summary>
    public static FormattableString None { get; } = $"";

    /// <summary>Takes words as they are.</summary>
    public static FormattableString Say(FormattableString words) => words;

    /// <summary>Says something only if it is so.</summary>
    public static FormattableString If(bool condition, FormattableString words) => condition ? words : None;

    /// <summary>Says a count with its noun.</summary>
    public static FormattableString Count(long count, string one, string many) => Say($"{count} {(count == 1 ? one : many)}");

    /// <summary>Makes evidence of the first few of some tasks.</summary>
    public static FindingEvidence[] OfTasks(IEnumerable<TaskNode> tasks, Func<TaskNode, FormattableString> words) =>
        [.. tasks.Take(Limits.Text.Evidence).Select(t => new FindingEvidence(words(t)) { Task = t })];

    /// <summary>Makes evidence of the first few of some threads.</summary>
    public static FindingEvidence[] OfThreads(IEnumerable<TaskThread> threads, Func<TaskThread, FormattableString> words) =>
        [.. threads.Take(Limits.Text.Evidence).Select(t => new FindingEvidence(words(t)) { Thread = t })];
}
