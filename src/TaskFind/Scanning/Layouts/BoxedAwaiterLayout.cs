using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads an awaiter struct that was boxed (by <c>dynamic</c>): the reference to what it awaits.</summary>
internal sealed class BoxedAwaiterLayout : ILayout
{
    private readonly int _awaited;

    private BoxedAwaiterLayout(int awaited) => _awaited = awaited;

    public int Extent => Math.Max(_awaited, 0) + 8;

    public IReadOnlyList<int> Follow => [_awaited];

    /// <summary>Gets whether the reference lies deeper than is looked.</summary>
    public bool IsTooDeep => _awaited == AwaiterSlots.TooDeep;

    public static ILayout? TryFor(ClrType type) =>
        type.IsValueType && type.Name?.Contains("Awaiter", StringComparison.Ordinal) == true && AwaiterSlots.InBoxed(type) is not -1 and var offset
            ? new BoxedAwaiterLayout(offset)
            : null;

    public ulong Awaited(in ObjectBytes o) => o.Ref(_awaited);
}
