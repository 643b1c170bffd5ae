using System.Globalization;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Says a value that is no reference, wherever it lies: numbers, truth values, times and Guids as such, an enum by the name of its member.</summary>
internal static class ValueText
{
    /// <summary>Bytes of the largest value that is read, a Guid or a decimal.</summary>
    public const int WideSize = 16;

    private const ulong TicksMask = 0x3FFF_FFFF_FFFF_FFFF;
    private const int UtcKind = 1;

    /// <summary>Tells whether the values of a type are said as such.</summary>
    public static bool Knows(ClrType type) => type.IsPrimitive || type.IsEnum || type.Name is "System.Guid" or "System.TimeSpan" or "System.DateTime" or "System.Decimal";

    /// <summary>Gives the text, not escaped; null for a value of another type.</summary>
    /// <param name="type">The type of the value, when it is known.</param>
    /// <param name="element">What it is to the runtime.</param>
    /// <param name="o">The object that the value lies in.</param>
    /// <param name="at">Where it lies there.</param>
    public static string? Of(ClrType? type, ClrElementType element, in ObjectBytes o, int at)
    {
        if (type is { IsEnum: true })
            return Enum(type, o, at);
        switch (type?.Name)
        {
            case "System.Guid":
                return o.Slice(at, WideSize) is { Length: WideSize } bytes ? new Guid(bytes).ToString() : null;
            case "System.TimeSpan":
                return new TimeSpan(o.Int64(at)).ToString("c", CultureInfo.InvariantCulture);
            case "System.DateTime":
                return Time(o.Ref(at));
            case "System.Decimal":
                return Decimal(o, at);
        }

        if (element == ClrElementType.Boolean)
            return o.Bool(at) ? "true" : "false";
        return element == ClrElementType.Char ? ((char)o.Int16(at)).ToString() : Number(element, o, at)?.ToString(null, CultureInfo.InvariantCulture);
    }

    // DateTime._dateData: ticks, and the kind in the two highest bits.
    private static string? Time(ulong data) => (long)(data & TicksMask) is var ticks && ticks > DateTime.MaxValue.Ticks ? null
        : new DateTime(ticks, data >> 62 == UtcKind ? DateTimeKind.Utc : DateTimeKind.Unspecified).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    // Decimal: _flags with the sign and the scale, _hi32, _lo64.
    private static string? Decimal(in ObjectBytes o, int at)
    {
        var (flags, low) = (o.UInt32(at), o.Ref(at + 8));
        var scale = (byte)(flags >> 16);
        return scale > 28 ? null : new decimal((int)low, (int)(low >> 32), o.Int32(at + 4), flags >> 31 != 0, scale).ToString(CultureInfo.InvariantCulture);
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
        ClrElementType.Int16 => o.Int16(at),
        ClrElementType.UInt16 => (ushort)o.Int16(at),
        ClrElementType.Int32 => o.Int32(at),
        ClrElementType.UInt32 => o.UInt32(at),
        ClrElementType.Int64 or ClrElementType.NativeInt => o.Int64(at),
        ClrElementType.UInt64 or ClrElementType.NativeUInt => o.Ref(at),
        ClrElementType.Float => BitConverter.Int32BitsToSingle(o.Int32(at)),
        ClrElementType.Double => BitConverter.Int64BitsToDouble(o.Int64(at)),
        _ => null,
    };
}
