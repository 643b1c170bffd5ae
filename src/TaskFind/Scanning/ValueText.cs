using System.Globalization;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Says a value that is no reference, wherever it lies: numbers, truth values and Guids as such, an enum by the name of its member.</summary>
internal static class ValueText
{
    public const string GuidName = "System.Guid";

    /// <summary>Bytes of a Guid, the largest value that is read.</summary>
    public const int GuidSize = 16;

    /// <summary>Gives the text, not escaped; null for a value of another type.</summary>
    /// <param name="type">The type of the value, when it is known.</param>
    /// <param name="element">What it is to the runtime.</param>
    /// <param name="o">The object that the value lies in.</param>
    /// <param name="at">Where it lies there.</param>
    public static string? Of(ClrType? type, ClrElementType element, in ObjectBytes o, int at)
    {
        if (type is { IsEnum: true })
            return Enum(type, o, at);
        if (type?.Name == GuidName)
            return o.Slice(at, GuidSize) is { Length: GuidSize } bytes ? new Guid(bytes).ToString() : null;
        if (element == ClrElementType.Boolean)
            return o.Bool(at) ? "true" : "false";
        return element == ClrElementType.Char ? ((char)o.Int32(at)).ToString() : Number(element, o, at)?.ToString(null, CultureInfo.InvariantCulture);
    }

    /// <summary>Gives the member of that value, else the number; metadata that cannot be read names nothing.</summary>
    private static string? Enum(ClrType type, in ObjectBytes o, int at)
    {
        var values = type.AsEnum();
        if (Number(values.ElementType, o, at) is not { } number)
            return null;
        return Hostile.Try(() => values.EnumerateValues().Where(v => Equals(v.Value, number)).Select(v => v.Name).FirstOrDefault(), null)
            ?? number.ToString(null, CultureInfo.InvariantCulture);
    }

    private static IFormattable? Number(ClrElementType element, in ObjectBytes o, int at) => element switch
    {
        ClrElementType.Int8 => (sbyte)o.Byte(at),
        ClrElementType.UInt8 => o.Byte(at),
        ClrElementType.Int16 => (short)o.Int32(at),
        ClrElementType.UInt16 => (ushort)o.Int32(at),
        ClrElementType.Int32 => o.Int32(at),
        ClrElementType.UInt32 => o.UInt32(at),
        ClrElementType.Int64 or ClrElementType.NativeInt => o.Int64(at),
        ClrElementType.UInt64 or ClrElementType.NativeUInt => o.Ref(at),
        ClrElementType.Float => BitConverter.Int32BitsToSingle(o.Int32(at)),
        ClrElementType.Double => BitConverter.Int64BitsToDouble(o.Int64(at)),
        _ => null,
    };
}
