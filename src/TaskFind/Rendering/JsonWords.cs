using System.Text.Json;

namespace TaskFind.Rendering;

/// <summary>Writes the small things that recur in the document: absent facts are absent, words begin small.</summary>
internal static class JsonWords
{
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
        where T : struct, Enum => json.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
