using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads an async iterator: the object that <c>await foreach</c> walks is the state machine itself.</summary>
internal sealed class IteratorLayout : IRootLayout, IMachineHolder
{
    private IteratorLayout(MachineLayout machine)
    {
        Embedded = machine;
        Follow = [.. machine.Follow];
        Extent = Math.Max(machine.Extent, machine.Promise?.Extent ?? 0);
    }

    public MachineLayout Embedded { get; }

    MachineLayout? IMachineHolder.Embedded => Embedded;

    public int Extent { get; }

    public IReadOnlyList<int> Follow { get; }

    public static ILayout? TryFor(ClrType type) =>
        MachineObjectLayout.MightBeMachine(type.Name) && !type.IsValueType
        && MachineLayout.TryFor(type, TypeFields.Of(type)) is { IsIterator: true } machine
            ? new IteratorLayout(machine)
            : null;

    public ulong MachineObject(in ObjectBytes o) => o.Address;
}
