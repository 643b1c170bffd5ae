using TaskFind.Model;

namespace TaskFind.Queries.Groups;

/// <summary>Says what makes two waits the same to a reader: what is waited for, how and in whose hands it is, but neither times nor positions.</summary>
internal static class WaitLikeness
{
    /// <summary>Gives a text that is equal for waits that are alike.</summary>
    public static string Of(Wait? wait)
    {
        if (wait is null)
            return "";
        var name = wait switch
        {
            CompletionSourceWait source => source.Type,
            ResourceWait resource => resource.Name,
            OtherWait other => other.Type,
            _ => "",
        };
        var text = $"{wait.Kind} {name}";
        foreach (var fact in wait.Facts)
        {
            if (fact.Kind is WaitFactKind.Flag or WaitFactKind.Label || fact.Key is "field" or "in")
                text += $" {fact.Key}={fact.Words}";
        }

        return text;
    }

    /// <summary>Leaves of what is known of a wait that which holds for another one too and does not change while they wait.</summary>
    public static Wait Common(Wait first, Wait other)
    {
        var kept = first.Facts.Where(f => IsLasting(f) && other.Facts.Contains(f)).ToArray();
        var common = Numbers(first, other);
        return kept.Length == first.Facts.Count ? common : common with { Facts = kept };
    }

    // Only what can be one number for all: a queue is, a time left is not.
    private static Wait Numbers(Wait first, Wait other) => (first, other) switch
    {
        (SemaphoreWait a, SemaphoreWait b) when a.Semaphore == b.Semaphore => a with { Waiter = null },
        (SemaphoreWait a, _) => a with { Value = null, Waiter = null, Waiters = null, Semaphore = null },
        (DelayWait a, DelayWait b) => a with { Left = null, Of = a.Of == b.Of ? a.Of : null },
        _ => first,
    };

    private static bool IsLasting(WaitFact fact) => fact.Kind switch
    {
        WaitFactKind.Time or WaitFactKind.TimeAtMost or WaitFactKind.TimeAtLeast => fact.Key is "of" or "period",
        WaitFactKind.Share => false,
        WaitFactKind.Number => fact.Key is "fd" or "pid" or "stream" or "owner" or "thread",
        _ => true,
    };
}
