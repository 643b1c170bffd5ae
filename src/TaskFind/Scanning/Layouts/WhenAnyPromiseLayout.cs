using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the promises of <c>Task.WhenAny</c>: <c>TwoTaskWhenAnyPromise</c> for two tasks, <c>CompleteOnInvokePromise</c> for more.</summary>
internal sealed class WhenAnyPromiseLayout : FieldsLayout, IPromiseLayout
{
    private readonly int _first, _second, _tasks;

    private WhenAnyPromiseLayout(ClrType type)
        : base(type)
    {
        _first = Reference("_task1", "m_task1");
        _second = Reference("_task2", "m_task2");
        _tasks = Reference("_tasks", "m_tasks");
    }

    public static IPromiseLayout? TryFor(ClrType type) =>
        type.Name?.StartsWith("System.Threading.Tasks.Task+TwoTaskWhenAnyPromise<", StringComparison.Ordinal) == true
        || type.Name?.StartsWith("System.Threading.Tasks.TaskFactory+CompleteOnInvokePromise", StringComparison.Ordinal) == true
            ? new WhenAnyPromiseLayout(type)
            : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        var tasks = _tasks >= 0
            ? context.Tasks(promise.Ref(_tasks), out var all)
            : context.Nodes([promise.Ref(_first), promise.Ref(_second)], out all);
        node.Wait = context.Builder.Add(new WaitRow { Kind = WaitKind.WhenAny, Address = promise.Address, Total = all }, tasks);
    }
}
