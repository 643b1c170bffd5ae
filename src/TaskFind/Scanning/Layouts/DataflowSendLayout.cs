using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>DataflowBlock+SendAsyncSource&lt;T&gt;</c>: a message that a full block has not taken yet, and the task of its sender.</summary>
internal sealed class DataflowSendLayout : FieldsLayout, IWaitOwnerLayout
{
    private readonly int _task, _target;

    private DataflowSendLayout(ClrType type)
        : base(type)
    {
        _task = Reference("_task", "m_task");
        _target = Reference("_target");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name?.StartsWith("System.Threading.Tasks.Dataflow.DataflowBlock+SendAsyncSource<", StringComparison.Ordinal) == true ? new DataflowSendLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Keeping.Bytes;

    public void Index(in ObjectBytes o, WaitOwners owners) => owners.AddQueue(o.Address, "those who send to a dataflow block", [o.Ref(_task)], "send");

    public int Describe(in ObjectBytes owner, ulong task, OwnedPlace place, WaitContext context)
    {
        var block = context.Store.TryGet(owner.Ref(_target), out var o) ? o.Type.DisplayName : "DataflowBlock";
        return context.Builder.Add(new WaitRow { Kind = WaitKind.Dataflow, Address = task, Type = context.Builder.Intern(block) }, [WaitFact.Flag(place.Side ?? "send")]);
    }
}
