using TaskFind.Scanning.Holding;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads an object whose type declares fields for something that is waited for, to tell which field holds it.</summary>
internal sealed class HolderLayout(IReadOnlyList<HolderSlot> fields) : IRootLayout
{
    public IReadOnlyList<HolderSlot> Fields => fields;

    public int Extent { get; } = fields.Max(f => f.Offset) + 8;

    public IReadOnlyList<int> Follow => [];

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record)
    {
        foreach (var (offset, _) in fields)
        {
            if (o.Ref(offset) != 0)
                return Keeping.Bytes;
        }

        return Keeping.Nothing;
    }
}
