using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes the small things that recur in the document: absent facts are absent, words begin small.</summary>
internal static class JsonWords
{
    private const int LongestAddress = 18;

    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    /// <summary>Writes seconds, to the millisecond.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, TimeSpan? value)
    {
        if (value is { } time)
            json.WriteNumber(name, Math.Round(time.TotalSeconds, 3));
    }

    /// <summary>Writes a count, unless it is zero.</summary>
    public static void WriteCount(this Utf8JsonWriter json, string name, int count)
    {
        if (count > 0)
            json.WriteNumber(name, count);
    }

    public static void WriteWord<T>(this Utf8JsonWriter json, string name, T value)
        where T : struct, Enum => json.WriteString(name, Words<T>.Of(value));

    /// <summary>Writes an address as a string, without making one.</summary>
    public static void WriteAddress(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ObjectAddress address)
    {
        Span<byte> text = stackalloc byte[LongestAddress];
        json.WriteString(name, text[..Format(address, text)]);
    }

    /// <summary>Writes an address as an element of an array.</summary>
    public static void WriteAddressValue(this Utf8JsonWriter json, ObjectAddress address)
    {
        Span<byte> text = stackalloc byte[LongestAddress];
        json.WriteStringValue(text[..Format(address, text)]);
    }

    private static int Format(ObjectAddress address, Span<byte> text)
    {
        "0x"u8.CopyTo(text);
        address.Value.TryFormat(text[2..], out var digits, "x", CultureInfo.InvariantCulture);
        return 2 + digits;
    }

    private static class Words<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> s_words = [];

        public static string Of(T value)
        {
            ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(s_words, value, out _);
            return word ??= JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
        }
    }
}
