using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>SourceCore</c> and <c>TargetCore</c>, the halves of a dataflow block: who waits for its output, or for its end.</summary>
internal sealed class DataflowCoreLayout : FieldsLayout, IWaitOwnerLayout
{
    private const string Space = "System.Threading.Tasks.Dataflow.Internal.";
    private const string NoName = "{0} Id={1}";
    private readonly int _block, _completion, _registry, _options;

    private DataflowCoreLayout(ClrType type)
        : base(type)
    {
        _block = Reference("_owningSource", "_owningTarget");
        _completion = Reference("_completionTask", "_completionSource");
        _registry = Reference("_targetRegistry");
        _options = Reference("_dataflowBlockOptions");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name is { } name && !name.Contains(">+", StringComparison.Ordinal)
            && (name.StartsWith(Space + "SourceCore<", StringComparison.Ordinal) || name.StartsWith(Space + "TargetCore<", StringComparison.Ordinal))
            ? new DataflowCoreLayout(type)
            : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Keeping.Bytes;

    public void Index(in ObjectBytes o, WaitOwners owners)
    {
        const string what = "those who wait for a dataflow block";
        if (owners.TaskOf(o.Ref(_completion)) is not 0 and var completion)
            owners.AddQueue(o.Address, what, [completion], "completion");
        if (!owners.Store.TryGet<DataflowTargetsLayout>(o.Ref(_registry), out var registry, out var targets))
            return;
        foreach (var target in targets.Targets(registry, owners))
        {
            if (owners.TaskOf(target) is not 0 and var task && owners.Store.TryGet(target, out var source))
                owners.AddQueue(o.Address, what, [task], source.Type.Name.Contains("+OutputAvailable", StringComparison.Ordinal) ? "outputAvailable" : "receive");
        }
    }

    public int Describe(in ObjectBytes owner, ulong task, OwnedPlace place, WaitContext context)
    {
        var facts = new List<WaitFact> { WaitFact.Flag(place.Side ?? "wait") };
        if (context.Store.TryGet<DataflowOptionsLayout>(owner.Ref(_options), out var options, out var layout)
            && context.Store.Text(layout.NameFormat(options)) is { } name && name != NoName)
        {
            facts.Add(WaitFact.Text("name", name));
        }

        var block = context.Store.TryGet(owner.Ref(_block), out var o) ? o.Type.DisplayName : "DataflowBlock";
        return context.Builder.Add(new WaitRow { Kind = WaitKind.Dataflow, Address = task, Type = context.Builder.Intern(block) }, [.. facts]);
    }
}
