using System.Collections;
using System.Globalization;
using System.Reflection;

namespace TaskFind.Tests.Captures;

/// <summary>Finds what differs between two objects, field by field, whatever their types call equal.</summary>
internal static class Differences
{
    public static IEnumerable<string> Of(object? left, object? right, string path = "")
    {
        if (left is null || right is null || left.GetType() != right.GetType() && !(left is IEnumerable && right is IEnumerable))
            return left is null && right is null ? [] : [Say(path, left, right)];
        var type = left.GetType();
        if (type.IsPrimitive || type.IsEnum || left is string or TimeSpan or DateTimeOffset)
            return left.Equals(right) ? [] : [Say(path, left, right)];
        if (type.IsGenericType && type.GetGenericTypeDefinition().Name == "Rows`1")
            return OfLists([.. Items(left)], [.. Items(right)], path);
        if (left is IEnumerable lefts)
            return OfLists([.. lefts.Cast<object?>()], [.. ((IEnumerable)right).Cast<object?>()], path);
        return type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(f => Of(f.GetValue(left), f.GetValue(right), $"{path}.{f.Name}"));
    }

    private static IEnumerable<string> OfLists(List<object?> left, List<object?> right, string path) =>
        left.Count != right.Count ? [Say(path + ".Count", left.Count, right.Count)] : left.SelectMany((item, i) => Of(item, right[i], $"{path}[{i}]"));

    // By its chunks: reflection cannot call what returns a reference.
    private static IEnumerable<object?> Items(object rows)
    {
        var count = (int)rows.GetType().GetProperty("Count")!.GetValue(rows)!;
        var chunks = (IEnumerable)rows.GetType().GetField("_chunks", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(rows)!;
        return chunks.Cast<IEnumerable>().SelectMany(c => c.Cast<object?>()).Take(count);
    }

    private static string Say(string path, object? left, object? right) => string.Create(CultureInfo.InvariantCulture, $"{path}: {left ?? "null"} and {right ?? "null"}");
}
