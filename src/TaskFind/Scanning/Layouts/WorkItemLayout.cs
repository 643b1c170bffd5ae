using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>QueueUserWorkItemCallback</c> and its kin: a delegate that is queued in the pool, and what it is given.</summary>
internal sealed class WorkItemLayout : FieldsLayout
{
    private readonly int _callback, _state;

    private WorkItemLayout(ClrType type)
        : base(type)
    {
        _callback = Reference("_callback");
        // The state of the generic ones may be a value.
        _state = Fields.Find("_state") is { IsObjectReference: true } ? Reference("_state") : -1;
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name?.StartsWith("System.Threading.QueueUserWorkItemCallback", StringComparison.Ordinal) == true ? new WorkItemLayout(type) : null;

    /// <summary>Gives what runs: a continuation that is handed over as the state, else the delegate itself.</summary>
    public ulong Runs(in ObjectBytes o, ObjectStore store) =>
        o.Ref(_state) is not 0 and var state && (store.Roots.Find(state) >= 0 || store.TryGet<DelegateLayout>(state, out _, out _)) ? state : o.Ref(_callback);
}
