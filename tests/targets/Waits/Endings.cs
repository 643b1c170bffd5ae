namespace Waits;

/// <summary>Tasks that have ended and that something keeps.</summary>
internal static class Endings
{
    private static readonly List<Task> s_kept = [];

    public static void StartAll()
    {
        Keep("FaultedObserved", FaultedObserved(), TaskStatus.Faulted);
        SpinWait.SpinUntil(() => s_kept[^1].IsFaulted);
        _ = s_kept[^1].Exception;
        Keep("FaultedUnobserved", FaultedUnobserved(), TaskStatus.Faulted);
        Keep("Cancelled", Cancelled(), TaskStatus.Canceled);
        Keep("FinishedWithNumber", FinishedWithNumber(), TaskStatus.RanToCompletion);
        Keep("FinishedWithText", FinishedWithText(), TaskStatus.RanToCompletion);
        Keep("FinishedVoid", FinishedVoid(), TaskStatus.RanToCompletion);
    }

    private static void Keep(string name, Task task, TaskStatus status)
    {
        s_kept.Add(task);
        Standing.Tell(name, task, "Endings." + name, status);
    }

    private static async Task<int> FaultedObserved()
    {
        await Task.Yield();
        throw new InvalidOperationException("boom-observed");
    }

    private static async Task FaultedUnobserved()
    {
        await Task.Yield();
        throw new TimeoutException("boom-unobserved");
    }

    private static async Task Cancelled()
    {
        await Task.Yield();
        throw new OperationCanceledException(new CancellationToken(canceled: true));
    }

    private static async Task<int> FinishedWithNumber()
    {
        await Task.Yield();
        return 4711;
    }

    private static async Task<string> FinishedWithText()
    {
        await Task.Yield();
        return "finished text";
    }

    private static async Task FinishedVoid() => await Task.Yield();
}
