using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>The <c>StateMachine</c> field of a box: a struct in Release, a reference in Debug or when a debugger made the box.</summary>
internal sealed class MachineField
{
    private readonly int _reference = -1;

    public MachineField(TypeFields box)
    {
        if (box.Find("StateMachine") is not { } field)
            return;
        if (field.IsObjectReference)
            _reference = box.OffsetOf(field);
        else if (box.Struct(field) is { } machine)
            Embedded = MachineLayout.TryFor(machine.Type, machine);
    }

    public MachineLayout? Embedded { get; }

    public IEnumerable<int> Follow => Embedded?.Follow ?? [_reference];

    public int Extent => Embedded?.Extent ?? _reference + 8;

    public ulong Object(in ObjectBytes o) => o.Ref(_reference);
}
