using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>Follows a task's continuations to those that mean something.</summary>
internal static class Waiter
{
    /// <summary>Goes through promises that only pass a completion on (Unwrap, AsTask) to the one that waits behind them.</summary>
    public static Continuation Behind(Continuation continuation)
    {
        var current = continuation;
        for (var links = 0; links < Limits.Graph.Links; links++)
        {
            if (current.Waiter is not { Method: null, HasOwnWait: false } link || link.Continuations is not [var next])
                break;
            current = next;
        }

        return current;
    }
}
