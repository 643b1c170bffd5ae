using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says a task's state in a word, and its status where that is not what anybody would expect of the state.</summary>
internal static class StateText
{
    public static string Of(TaskNode node) => (node.State, node.Status) switch
    {
        (TaskState.Pending or TaskState.Cancelling, TaskStatus.WaitingForActivation) or (TaskState.Finished, TaskStatus.RanToCompletion) or (TaskState.Cancelled, TaskStatus.Canceled)
            => node.State.ToString().ToLowerInvariant() + (node.IsAbandoned ? ", abandoned" : ""),
        _ => $"{node.State.ToString().ToLowerInvariant()} ({node.Status})",
    };
}
