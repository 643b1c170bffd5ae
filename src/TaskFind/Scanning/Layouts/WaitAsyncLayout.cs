using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>Task+CancellationPromise&lt;T&gt;</c>, the promise of <c>Task.WaitAsync</c>: the task behind it, and the timer and token that end the wait early.</summary>
internal sealed class WaitAsyncLayout : FieldsLayout, IPromiseLayout
{
    private readonly int _task, _timer, _registration;

    private WaitAsyncLayout(ClrType type)
        : base(type)
    {
        _task = Reference("_task");
        _timer = Reference("_timer");
        _registration = Registration("_registration");
    }

    public static IPromiseLayout? TryFor(ClrType type) =>
        type.Name?.StartsWith("System.Threading.Tasks.Task+CancellationPromise<", StringComparison.Ordinal) == true ? new WaitAsyncLayout(type) : null;

    /// <summary>Awaits the task itself; timer and token are said on the way to it.</summary>
    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        context.Await(promise.Ref(_task), ref node);
        if (node.Awaits < 0)
            return;
        var facts = new List<WaitFact>(context.Cancellation(promise.Ref(_registration)));
        if (context.Timer(promise.Ref(_timer)) is { } timer)
            facts.InsertRange(0, [timer.ToFact("left"), WaitFact.Time("of", timer.Of)]);
        if (facts.Count > 0)
            node.Wait = context.Resource(WaitKind.WaitAsync, promise.Address, "Task.WaitAsync", facts.ToArray());
    }
}
