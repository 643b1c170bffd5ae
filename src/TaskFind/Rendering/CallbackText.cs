using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries;

namespace TaskFind.Rendering;

/// <summary>Says who waits for a task: <c>PayService.PayAsync() at PayService.cs:88</c>, <c>thread 1</c>.</summary>
internal sealed class CallbackText(WaitText waits)
{
    /// <summary>Says all of them, shortened; null when there is none.</summary>
    public string? Of(TaskNode node)
    {
        var continuations = node.Continuations;
        return continuations.Count == 0 ? null : string.Join(", ", waits.Shorten(continuations, One));
    }

    /// <summary>Says one of them.</summary>
    public string One(Continuation continuation)
    {
        var waiter = Waiter.Behind(continuation);
        var via = waiter.Via ?? continuation.Via;
        return Who(waiter) + (via is null ? "" : $" [via:{Escaping.Value(via)}]");
    }

    private string Who(Continuation continuation) => continuation switch
    {
        // A promise that only passes a completion on waits for this very task: what it is says more than what it waits for.
        { Waiter: { Method: null, HasOwnWait: false } link } => WaitText.Bare(link),
        { Waiter: { } waiter } => waits.Node(waiter),
        { Thread: { } thread } => string.Create(CultureInfo.InvariantCulture, $"thread {thread}"),
        { Method: { } method } => WaitText.Call(method),
        { Type: { } type } => Escaping.Name(type),
        _ => continuation.Kind == ContinuationKind.Delegate ? "delegate" : "object",
    };
}
