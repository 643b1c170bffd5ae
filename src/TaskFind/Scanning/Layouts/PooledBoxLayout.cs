using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the box of a pooled <c>ValueTask</c> method (<c>PoolingAsyncValueTaskMethodBuilder+StateMachineBox</c>), which is no Task.</summary>
internal sealed class PooledBoxLayout : IRootLayout, IMachineHolder
{
    private readonly MachineField _machine;
    private readonly int _context;

    private PooledBoxLayout(ClrType type, SourceCoreLayout source)
    {
        Source = source;
        _machine = new MachineField(TypeFields.Of(type));
        ResultType = TypeNamesOfTasks.Result(type);
        _context = TypeFields.Of(type).Offset("Context", "_context");
        Extent = Math.Max(Math.Max(source.Extent, _machine.Extent), _context + 8);
        Follow = [.. source.Follow, .. _machine.Follow];
    }

    public SourceCoreLayout Source { get; }

    public string ResultType { get; }

    public int Extent { get; }

    public IReadOnlyList<int> Follow { get; }

    public MachineLayout? Embedded => _machine.Embedded;

    /// <summary>Gives the execution context that the method goes on in.</summary>
    public ulong Context(in ObjectBytes o) => o.Ref(_context);

    public static ILayout? TryFor(ClrType type) =>
        TypeNamesOfTasks.IsPooledBox(type.Name) && SourceCoreLayout.TryFor(type) is { } source ? new PooledBoxLayout(type, source) : null;

    /// <summary>Keeps a box that is in use: its machine's builder refers back to it, which that of a cached box does not.</summary>
    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record)
    {
        record.Continuation = Source.Waiter(o);
        if (Embedded is not { } machine)
        {
            record.Awaited = _machine.Object(o);
            return record.Awaited == 0 ? Keeping.Nothing : Keeping.Bytes;
        }

        if (machine.BuilderTask(o) != o.Address)
            return Keeping.Nothing;
        machine.Capture(o, ref record);
        return Keeping.Bytes;
    }
}
