using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>SemaphoreSlim+TaskNode</c>, one asynchronous waiter; the semaphore is found from its own end.</summary>
internal sealed class SemaphoreNodeLayout : FieldsLayout, IPromiseLayout
{
    private readonly int _next;

    private SemaphoreNodeLayout(ClrType type)
        : base(type) => _next = Reference("Next", "_next");

    public static IPromiseLayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.SemaphoreSlim+TaskNode" ? new SemaphoreNodeLayout(type) : null;

    public ulong Next(in ObjectBytes o) => o.Ref(_next);

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        var wait = new WaitRow { Kind = WaitKind.Semaphore, Address = promise.Address };
        var place = context.Owners.PlaceOf(promise.Address) ?? default;
        if (context.Store.TryGet<SemaphoreLayout>(place.Owner, out var o, out var semaphore))
            (wait.Owner, wait.Count, wait.Position, wait.Total) = (place.Owner, semaphore.Count(o), place.Position, place.Waiters);
        node.Wait = context.Builder.Add(wait, [.. context.Holders.FactsOf(place.Owner)]);
    }
}
