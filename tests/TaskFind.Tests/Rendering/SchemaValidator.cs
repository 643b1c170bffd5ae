using System.Text.Json;
using System.Text.RegularExpressions;

namespace TaskFind.Tests.Rendering;

/// <summary>Validates JSON by the part of JSON Schema 2020-12 that our schema uses; a keyword that it does not know is an error.</summary>
internal sealed class SchemaValidator(JsonElement root)
{
    private static readonly string[] Notes = ["$schema", "title", "description", "$defs"];

    /// <summary>Gives what is wrong, with the path to it; nothing when the document is valid.</summary>
    public IReadOnlyList<string> Validate(JsonElement document)
    {
        var errors = new List<string>();
        Check(root, document, "$", errors);
        return errors;
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> errors)
    {
        foreach (var rule in schema.EnumerateObject())
        {
            var holds = rule.Name switch
            {
                "type" => Types(rule.Value).Any(t => IsType(t, value)),
                "const" => JsonElement.DeepEquals(rule.Value, value),
                "enum" => rule.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!),
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.Value.GetDouble(),
                "required" => value.ValueKind != JsonValueKind.Object || rule.Value.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _)),
                "additionalProperties" => rule.Value.ValueKind == JsonValueKind.False ? !Unknown(schema, value).Any() : Others(schema, rule.Value, value, path, errors),
                "properties" => Each(rule.Value, value, path, errors),
                "items" => Items(rule.Value, value, path, errors),
                "$ref" => Follow(rule.Value.GetString()!, value, path, errors),
                _ => Notes.Contains(rule.Name) ? true : throw new NotSupportedException($"The schema uses '{rule.Name}'."),
            };
            if (!holds)
                errors.Add($"{path}: {rule.Name} {rule.Value.GetRawText()[..Math.Min(80, rule.Value.GetRawText().Length)]}");
        }
    }

    private static bool IsType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException(type),
    };

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static IEnumerable<JsonProperty> Unknown(JsonElement schema, JsonElement value) => value.ValueKind != JsonValueKind.Object
        ? []
        : value.EnumerateObject().Where(p => !schema.GetProperty("properties").TryGetProperty(p.Name, out _));

    private bool Others(JsonElement schema, JsonElement rule, JsonElement value, string path, List<string> errors)
    {
        foreach (var property in Unknown(schema, value))
            Check(rule, property.Value, $"{path}.{property.Name}", errors);
        return true;
    }

    private bool Each(JsonElement properties, JsonElement value, string path, List<string> errors)
    {
        foreach (var property in properties.EnumerateObject())
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(property.Name, out var inner))
                Check(property.Value, inner, $"{path}.{property.Name}", errors);
        }

        return true;
    }

    private bool Items(JsonElement schema, JsonElement value, string path, List<string> errors)
    {
        var index = 0;
        foreach (var item in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : Array.Empty<JsonElement>())
            Check(schema, item, $"{path}[{index++}]", errors);
        return true;
    }

    private bool Follow(string reference, JsonElement value, string path, List<string> errors)
    {
        const string definitions = "#/$defs/";
        if (!reference.StartsWith(definitions, StringComparison.Ordinal))
            throw new NotSupportedException(reference);
        Check(root.GetProperty("$defs").GetProperty(reference[definitions.Length..]), value, path, errors);
        return true;
    }
}
