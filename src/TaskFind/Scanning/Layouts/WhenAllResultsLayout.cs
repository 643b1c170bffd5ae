using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>Task+WhenAllPromise&lt;T&gt;</c> and what <c>ContinueWhenAll</c> waits for, which keep their tasks until all are done.</summary>
internal sealed class WhenAllResultsLayout : FieldsLayout, IPromiseLayout
{
    private readonly int _tasks, _left;

    private WhenAllResultsLayout(ClrType type)
        : base(type)
    {
        _tasks = Reference("m_tasks", "_tasks");
        _left = Value("m_count", "_remainingToComplete", "_count");
    }

    public static IPromiseLayout? TryFor(ClrType type) =>
        type.Name?.StartsWith("System.Threading.Tasks.Task+WhenAllPromise<", StringComparison.Ordinal) == true
        || type.Name?.StartsWith("System.Threading.Tasks.TaskFactory+CompleteOnCountdownPromise", StringComparison.Ordinal) == true
            ? new WhenAllResultsLayout(type)
            : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        var tasks = context.Tasks(promise.Ref(_tasks), out var all);
        context.NoteJoined(promise.Ref(_tasks));
        node.Wait = context.Builder.Add(
            new WaitRow { Kind = WaitKind.WhenAll, Address = promise.Address, Count = Math.Max(promise.Int32(_left), 0), Total = all },
            context.Pending(tasks));
    }
}
