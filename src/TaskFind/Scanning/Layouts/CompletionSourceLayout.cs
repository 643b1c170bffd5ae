using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>TaskCompletionSource</c>, <c>TaskCompletionSource&lt;T&gt;</c> and what derives from them: the task that they complete.</summary>
internal sealed class CompletionSourceLayout : FieldsLayout, IRootLayout
{
    private readonly int _task;

    private CompletionSourceLayout(ClrType type)
        : base(type) => _task = Value("_task", "m_task"); // a task is kept wherever it lies

    public static ILayout? TryFor(ClrType type) => IsSource(type) ? new CompletionSourceLayout(type) : null;

    /// <summary>Tells whether a type is or derives from a completion source.</summary>
    public static bool IsSource(ClrType type)
    {
        var current = type;
        for (var i = 0; i < Limits.Scan.Bases && current?.Name is { } name; i++, current = current.BaseType)
        {
            if (name.StartsWith("System.Threading.Tasks.TaskCompletionSource", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Keeps the task as what continues: the source itself holds nothing else.</summary>
    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record)
    {
        record.Continuation = o.Ref(_task);
        return record.Continuation == 0 ? Keeping.Nothing : Keeping.Record;
    }
}
