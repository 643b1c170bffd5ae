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
    public static IReadOnlyList<string> Items(MethodVariables variables, bool full)
    {
        var count = full || variables.Items.Count <= Limits.Text.Locals ? variables.Items.Count : Limits.Text.Locals - 1;
        var items = variables.Items.Take(count).Select(Of).ToList();
        if (variables.Items.Count - count + variables.Omitted is > 0 and var more)
            items.Add(More(more));
        return items;
    }

    /// <summary>Says how many are left out.</summary>
    public static string More(int count) => $"<{count.ToString(CultureInfo.InvariantCulture)} more>";

    /// <summary>Says a text without quotes, if it needs none: what could be taken for an object, for null or for a value that was not read has them.</summary>
    public static string Plain(string text) => text is "null" or "?" or ['<', ..] ? Escaping.Quoted(text) : Escaping.Value(text);
}
