using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads a <c>ManualResetValueTaskSourceCore&lt;T&gt;</c> inside an object: who continues when it completes.</summary>
internal sealed class SourceCoreLayout(TypeFields core)
{
    private readonly int _completed = core.Offset("_completed");
    private readonly int _continuation = core.Offset("_continuation");
    private readonly int _state = core.Offset("_continuationState");

    public IEnumerable<int> Follow => [_continuation, _state];

    public int Extent => Math.Max(_completed, Math.Max(_continuation, _state)) + 8;

    /// <summary>Finds the core by its field's type, so that every implementer works; null when the type has none.</summary>
    public static SourceCoreLayout? TryFor(ClrType type)
    {
        const string name = "System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore<";
        var fields = TypeFields.Of(type);
        var field = fields.All.FirstOrDefault(f => f.IsValueType && f.Type?.Name?.StartsWith(name, StringComparison.Ordinal) == true);
        return field is not null && fields.Struct(field) is { } core ? new SourceCoreLayout(core) : null;
    }

    public bool IsCompleted(in ObjectBytes o) => o.Bool(_completed);

    /// <summary>Gives what continues: normally the waiting box in the state, else the delegate itself; 0 when completed (the slot is then stale).</summary>
    public ulong Waiter(in ObjectBytes o) =>
        IsCompleted(o) ? 0 : o.Ref(_state) is not 0 and var state ? state : o.Ref(_continuation);
}
