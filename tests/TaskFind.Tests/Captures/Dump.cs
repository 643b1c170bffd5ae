using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace TaskFind.Tests.Captures;

/// <summary>Writes everything that an object of the model holds, field by field, so that two of them can be compared whatever their types say of equality.</summary>
internal static class Dump
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string or bool or Enum or DateTimeOffset or TimeSpan:
            case IFormattable when value.GetType().IsPrimitive:
                text.Append(string.Create(CultureInfo.InvariantCulture, $"{value}"));
                break;
            case IEnumerable items:
                foreach (var item in items)
                    Line(text, "-", item, depth);
                break;
            case var rows when rows.GetType().Name.StartsWith("Rows", StringComparison.Ordinal):
                for (int i = 0, count = (int)rows.GetType().GetProperty("Count")!.GetValue(rows)!; i < count; i++)
                    Line(text, "-", Row(rows, i), depth);
                break;
            default:
                foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                    Line(text, field.Name, field.GetValue(value), depth);
                break;
        }
    }

    private static object Row(object rows, int index)
    {
        var chunks = (IList)rows.GetType().GetField("_chunks", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(rows)!;
        return ((Array)chunks[index >> 12]!).GetValue(index & 4095)!;
    }

    private static void Line(StringBuilder text, string name, object? value, int depth)
    {
        text.Append('\n').Append(' ', depth).Append(name).Append(' ');
        Write(text, value, depth + 1);
    }
}
