using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes values of the target, and the variables that have them.</summary>
internal static class JsonValue
{
    /// <summary>Writes the variables of a method.</summary>
    public static void Write(Utf8JsonWriter json, string name, MethodVariables variables)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("variables");
        foreach (var variable in variables.Items)
        {
            json.WriteStartObject();
            json.WriteString("name", variable.Name);
            json.WriteString("type", variable.Type);
            Write(json, variable.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteCount("omitted", variables.Omitted);
        json.WriteEndObject();
    }

    /// <summary>Writes a value into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, in LocalValue value)
    {
        if (value.Kind == LocalValueKind.Null)
            json.WriteNull("value");
        else
            json.WriteOptional("value", value.Words);
        if (value.Type.Length > 0)
            json.WriteString("valueType", value.Type);
        if (value.Kind == LocalValueKind.Other && value.Address.Value != 0)
            json.WriteString("valueAddress", value.Address.ToString());
    }
}
