using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes what flows with a task.</summary>
internal static class JsonContext
{
    public static void Write(Utf8JsonWriter json, string name, ContextInfo context)
    {
        json.WriteStartObject(name);
        if (context.Activity is { } activity)
            Write(json, activity);
        json.WriteStartArray("locals");
        foreach (var local in context.Locals)
            Write(json, local);
        json.WriteEndArray();
        json.WriteCount("omitted", context.Omitted);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ActivityInfo activity)
    {
        json.WriteStartObject("activity");
        json.WriteOptional("name", activity.Name);
        json.WriteOptional("traceId", activity.TraceId);
        json.WriteOptional("spanId", activity.SpanId);
        json.WriteOptional("id", activity.Id);
        json.WriteAddress(JsonWords.Address, activity.Address);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LocalInfo local)
    {
        json.WriteStartObject();
        json.WriteOptional("name", local.Name);
        json.WriteString("type", local.Type);
        json.WriteAddress(JsonWords.Address, local.Address);
        JsonValue.Write(json, local.Value);
        json.WriteEndObject();
    }
}
