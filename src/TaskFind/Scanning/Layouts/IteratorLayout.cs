using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

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
        TypeNamesOfTasks.MightBeMachine(type.Name) && !type.IsValueType
        && MachineLayout.TryFor(type, TypeFields.Of(type)) is { IsIterator: true } machine
            ? new IteratorLayout(machine)
            : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record)
    {
        Embedded.Capture(o, ref record);
        record.Continuation = Embedded.Promise?.Waiter(o) ?? 0;
        return Keeping.Bytes;
    }
}
