using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>Task+WhenEachState</c> (.NET 9 and later), which counts the tasks that are left and keeps no list of them: they are found as those that continue with it.</summary>
internal sealed class WhenEachLayout : FieldsLayout, IPromiseLayout
{
    private readonly int _left;

    private WhenEachLayout(ClrType type)
        : base(type) => _left = Value("<Remaining>k__BackingField", "_remaining");

    public static ILayout? TryFor(ClrType type) => type.Name == "System.Threading.Tasks.Task+WhenEachState" ? new WhenEachLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node) => node.Wait = context.Resource(
        WaitKind.WhenEach, promise.Address, "Task.WhenEach", [WaitFact.Of("left", Math.Max(promise.Int32(_left), 0))], context.ContinuedBy(promise.Address));
}
