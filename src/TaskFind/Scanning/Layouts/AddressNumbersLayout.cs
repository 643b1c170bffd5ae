using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the eight numbers of an IPv6 address.</summary>
internal sealed class AddressNumbersLayout : ILayout
{
    public const int Count = 8;
    private const int ElementsAt = 16;

    public int Extent => ElementsAt + (Count * sizeof(ushort));

    public IReadOnlyList<int> Follow => [];

    public static ILayout? TryFor(ClrType type) => type.Name == "System.UInt16[]" ? new AddressNumbersLayout() : null;

    public static ushort Number(in ObjectBytes o, int index) =>
        o.Slice(ElementsAt + (index * sizeof(ushort)), sizeof(ushort)) is { Length: 2 } two ? (ushort)(two[0] | (two[1] << 8)) : (ushort)0;
}
