using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the box of a pooled <c>ValueTask</c> method (<c>PoolingAsyncValueTaskMethodBuilder+StateMachineBox</c>), which is no Task.</summary>
internal sealed class PooledBoxLayout : IRootLayout, IMachineHolder
{
    private readonly MachineField _machine;

    private PooledBoxLayout(ClrType type, SourceCoreLayout source)
    {
        Source = source;
        _machine = new MachineField(TypeFields.Of(type));
        ResultType = TypeNamesOfTasks.Result(type);
        Extent = Math.Max(source.Extent, _machine.Extent);
        Follow = [.. source.Follow, .. _machine.Follow];
    }

    public SourceCoreLayout Source { get; }

    public string ResultType { get; }

    public int Extent { get; }

    public IReadOnlyList<int> Follow { get; }

    public MachineLayout? Embedded => _machine.Embedded;

    public static ILayout? TryFor(ClrType type) =>
        TypeNamesOfTasks.IsPooledBox(type.Name) && SourceCoreLayout.TryFor(type) is { } source ? new PooledBoxLayout(type, source) : null;

    public ulong MachineObject(in ObjectBytes o) => _machine.Object(o);
}
