using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says values of the target: <c>'acme'</c>, <c>42</c>, <c>null</c>, <c>&lt;Cart at 0x7f3c2f0078&gt;</c>, <c>?</c> for what was not read.</summary>
internal static class ValueWords
{
    public static string Of(in LocalValue value) => value.Kind switch
    {
        LocalValueKind.Null => "null",
        LocalValueKind.Text => Escaping.Quoted(value.Words ?? ""),
        LocalValueKind.Plain => Plain(value.Words ?? ""),
        LocalValueKind.Other => $"<{Escaping.Name(value.Type)}{(value.Address.Value == 0 ? "" : $" at {value.Address}")}>",
        _ => "?",
    };

    /// <summary>Says a variable, <c>id=42</c>.</summary>
    public static string Of(VariableInfo variable) => $"{Plain(variable.Name)}={Of(variable.Value)}";

    /// <summary>Says variables, one text each, and how many more there are; in full, none that was read is left out.</summary>
    public static IReadOnlyList<string> Items(MethodVariables variables, bool full) => Items(variables.Items, variables.Omitted, full, Of);

    /// <summary>Says what has values, one text each, and how many more there are; in full, none that was read is left out.</summary>
    public static IReadOnlyList<string> Items<T>(IReadOnlyList<T> all, int omitted, bool full, Func<T, string> of)
    {
        var count = full || all.Count <= Limits.Text.Locals ? all.Count : Limits.Text.Locals - 1;
        var items = all.Take(count).Select(of).ToList();
        if (all.Count - count + omitted is > 0 and var more)
            items.Add($"<{more.ToString(CultureInfo.InvariantCulture)} more>");
        return items;
    }

    /// <summary>Says a text without quotes, if it needs none: what could be taken for an object, for null or for a value that was not read has them.</summary>
    public static string Plain(string text) => text is "null" or "?" or ['<', ..] ? Escaping.Quoted(text) : Escaping.Value(text);
}
