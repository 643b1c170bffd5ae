using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>The fields of a class, or of a struct at some offset inside one, found by an ordered list of candidate names.</summary>
internal readonly struct TypeFields
{
    private const int MethodTableSize = 8;
    private readonly ClrType _type;
    private readonly int _start;

    private TypeFields(ClrType type, int start) => (_type, _start) = (type, start);

    public static TypeFields Of(ClrType type) => new(type, MethodTableSize);

    public ClrType Type => _type;

    public IEnumerable<ClrInstanceField> All => _type.IsFree ? [] : _type.Fields;

    /// <summary>Gives the offset from the start of the object, or -1 when no candidate exists.</summary>
    public int Offset(params ReadOnlySpan<string> names) => Find(names) is { } field ? OffsetOf(field) : -1;

    public int OffsetOf(ClrInstanceField field) => field.Offset < 0 ? -1 : _start + field.Offset;

    public ClrInstanceField? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var field in All)
            {
                if (field.Name == name)
                    return field;
            }
        }

        return null;
    }

    /// <summary>Gives the fields of a struct that is embedded in this one; null when there is none or its type is unknown.</summary>
    public TypeFields? Struct(params ReadOnlySpan<string> names) => Find(names) is { } field ? Struct(field) : null;

    public TypeFields? Struct(ClrInstanceField field) =>
        field.IsValueType && field.Type is { } type && field.Offset >= 0 ? new TypeFields(type, _start + field.Offset) : null;
}
