using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads an awaiter struct that was boxed (by <c>dynamic</c>): the reference to what it awaits.</summary>
internal sealed class BoxedAwaiterLayout : ILayout
{
    private readonly int _awaited;

    private BoxedAwaiterLayout(int awaited) => _awaited = awaited;

    public int Extent => _awaited + 8;

    public IReadOnlyList<int> Follow => [_awaited];

    public static ILayout? TryFor(ClrType type) =>
        type.IsValueType && type.Name?.Contains("Awaiter", StringComparison.Ordinal) == true && AwaiterSlots.InBoxed(type) is >= 0 and var offset
            ? new BoxedAwaiterLayout(offset)
            : null;

    public ulong Awaited(in ObjectBytes o) => o.Ref(_awaited);
}
