using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>The base of layouts that read a few fields of a class: the offsets, and which of them are followed.</summary>
internal abstract class FieldsLayout(ClrType type) : ILayout
{
    private readonly List<int> _follow = [];

    public int Extent { get; private set; } = 16;

    public IReadOnlyList<int> Follow => _follow;

    protected TypeFields Fields { get; } = TypeFields.Of(type);

    /// <summary>Finds a reference that is followed.</summary>
    protected int Reference(params ReadOnlySpan<string> names)
    {
        var offset = Value(names);
        if (offset >= 0)
            _follow.Add(offset);
        return offset;
    }

    /// <summary>Finds a field of at most eight bytes.</summary>
    protected int Value(params ReadOnlySpan<string> names) => Keep(Fields.Offset(names));

    /// <summary>Finds what a field of type <c>CancellationTokenRegistration</c> refers to, which is followed.</summary>
    protected int Registration(params ReadOnlySpan<string> names) => Keep(Fields.Struct(names)?.Offset("_node", "m_node") ?? -1, follow: true);

    /// <summary>Notes an offset found otherwise, so that the copy reaches it.</summary>
    protected int Keep(int offset, bool follow = false)
    {
        if (offset >= 0)
            Extent = Math.Max(Extent, offset + 8);
        if (follow && offset >= 0)
            _follow.Add(offset);
        return offset;
    }
}
