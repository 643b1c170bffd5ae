using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the closure of <c>TaskFactory.FromAsync</c>, the only one that knows what the promise in it is.</summary>
internal sealed class FromAsyncLayout : FieldsLayout, IOwnerLayout
{
    private readonly int _promise;

    private FromAsyncLayout(ClrType type)
        : base(type) => _promise = Reference("promise");

    public static ILayout? TryFor(ClrType type) =>
        type.Name is { } name && name.StartsWith("System.Threading.Tasks.TaskFactory<", StringComparison.Ordinal) && name.Contains("+<>c__DisplayClass", StringComparison.Ordinal)
        && TypeFields.Of(type).Find("promise") is not null ? new FromAsyncLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => o.Ref(_promise) == 0 ? Keeping.Nothing : Keeping.Bytes;

    public void Index(in ObjectBytes o, WaitOwners owners) => owners.AddQueue(o.Address, "the promise of FromAsync", [o.Ref(_promise)]);
}
