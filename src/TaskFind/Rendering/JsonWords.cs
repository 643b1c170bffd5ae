using System.Runtime.InteropServices;
using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes the small things that recur in the document: absent facts are absent, words begin small.</summary>
internal static class JsonWords
{
    /// <summary>The name of the property that tells an object's address.</summary>
    public static readonly JsonEncodedText Address = JsonEncodedText.Encode("address");

    /// <summary>The name of the property that tells what an object is called.</summary>
    public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");

    private const int AddressLength = 18, Quoted = AddressLength + 2;

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
    public static void WriteAddress(this Utf8JsonWriter json, JsonEncodedText name, ObjectAddress address)
    {
        json.WritePropertyName(name);
        json.WriteAddressValue(address);
    }

    /// <summary>Writes an address as an element of an array; it needs no escaping.</summary>
    public static void WriteAddressValue(this Utf8JsonWriter json, ObjectAddress address)
    {
        Span<byte> text = stackalloc byte[Quoted];
        text = text[Format(address, text)..];

        // The writer does not break lines before raw values.
        if (json.Options.Indented)
            json.WriteStringValue(text[1..^1]);
        else
            json.WriteRawValue(text, skipInputValidation: true);
    }

    /// <summary>Writes an address in quotes to the end of a buffer and gives where it begins.</summary>
    private static int Format(ObjectAddress address, Span<byte> text)
    {
        var at = text.Length;
        text[--at] = (byte)'"';
        var rest = address.Value;
        do
        {
            text[--at] = "0123456789abcdef"u8[(int)(rest & 15)];
            rest >>= 4;
        }
        while (rest != 0);
        text[--at] = (byte)'x';
        text[--at] = (byte)'0';
        text[--at] = (byte)'"';
        return at;
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
