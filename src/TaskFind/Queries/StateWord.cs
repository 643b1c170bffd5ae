using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>A state as people type it: <c>pending</c>, <c>cancelling</c>, <c>finished</c>, <c>cancelled</c>, or a <see cref="TaskStatus"/>.</summary>
internal sealed record StateWord
{
    private readonly TaskState? _state;
    private readonly TaskStatus? _status;

    private StateWord(TaskState? state, TaskStatus? status) => (_state, _status) = (state, status);

    /// <summary>Gets every word that can be read.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. Enum.GetNames<TaskState>().Select(n => n.ToLowerInvariant()), .. Enum.GetNames<TaskStatus>()];

    /// <summary>Reads a word, in upper or lower case; null when it is none of <see cref="Words"/>.</summary>
    public static StateWord? TryParse(string word)
    {
        if (!Words.Contains(word, StringComparer.OrdinalIgnoreCase))
            return null;
        return Enum.TryParse<TaskState>(word, ignoreCase: true, out var state)
            ? new StateWord(state, null)
            : new StateWord(null, Enum.Parse<TaskStatus>(word, ignoreCase: true));
    }

    /// <summary>Tells whether a task stands so; what is being cancelled is pending too.</summary>
    public bool Fits(TaskNode node) => _status is { } status
        ? node.Status == status
        : node.State == _state || (_state == TaskState.Pending && node.State == TaskState.Cancelling);
}
