using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the state of <c>Parallel.ForEachAsync</c> and <c>Parallel.ForAsync</c>, which is the completion source of the task they return.</summary>
internal sealed class ParallelStateLayout : FieldsLayout, IRootLayout
{
    private readonly int _task, _workers;
    private readonly string _name;

    private ParallelStateLayout(ClrType type)
        : base(type)
    {
        _task = Reference("_task", "m_task");
        _workers = Value("_completionRefCount");
        _name = type.Name!.Contains("+ForEachState<", StringComparison.Ordinal) || type.Name.Contains("+ForAsyncState<", StringComparison.Ordinal)
            ? "Parallel.ForAsync"
            : "Parallel.ForEachAsync";
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name?.StartsWith("System.Threading.Tasks.Parallel+", StringComparison.Ordinal) == true && CompletionSourceLayout.IsSource(type) ? new ParallelStateLayout(type) : null;

    /// <summary>Keeps the task as what continues, as a completion source does.</summary>
    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record)
    {
        record.Continuation = o.Ref(_task);
        return record.Continuation == 0 ? Keeping.Nothing : Keeping.Bytes;
    }

    /// <summary>Writes how many workers run, into the row of the task.</summary>
    public void Describe(in ObjectBytes o, WaitContext context, ref NodeRow node) =>
        node.Wait = context.Resource(WaitKind.Parallel, o.Address, _name, [WaitFact.Of("workers", Math.Max(o.Int32(_workers), 0))]);
}
