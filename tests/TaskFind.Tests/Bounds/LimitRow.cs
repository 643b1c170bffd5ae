using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TaskFind.Model;

namespace TaskFind.Tests.Bounds;

/// <summary>One limit as the record has it, with what its comment says.</summary>
/// <param name="Group">The group it is in.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Value">Its value.</param>
/// <param name="Summary">What is bounded; the first word is the unit. Empty where there is no comment.</param>
/// <param name="Said">What is said when it is hit; empty where the comment does not tell.</param>
internal sealed record LimitRow(Type Group, string Name, long Value, string Summary, string Said)
{
    private static readonly Lazy<Dictionary<string, XElement>> s_comments = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(Limits).Assembly.Location, ".xml")).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value));

    /// <summary>All of them, in the order of the files' names and of the lines.</summary>
    public static IReadOnlyList<LimitRow> All { get; } =
        [.. Groups.SelectMany(g => g.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(f => f.IsLiteral).OrderBy(f => f.MetadataToken).Select(f => Of(g, f)))];

    /// <summary>The groups by name.</summary>
    public static IEnumerable<Type> Groups => typeof(Limits).GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).OrderBy(t => t.Name, StringComparer.Ordinal);

    /// <summary>What is counted.</summary>
    public string Unit => Summary.Split(' ')[0].ToLowerInvariant();

    /// <summary>What is bounded, without the unit.</summary>
    public string What => Summary[Math.Min(Unit.Length, Summary.Length)..].Trim();

    /// <summary>The value for a reader; whole KiB and MiB as such.</summary>
    public string Amount => Unit != "bytes" || Value % 1024 != 0 ? string.Create(CultureInfo.InvariantCulture, $"{Value:N0} {Unit}")
        : Value % (1024 * 1024) != 0 ? $"{Value / 1024} KiB" : $"{Value / (1024 * 1024)} MiB";

    /// <summary>What the comment of a group says.</summary>
    public static string About(Type group) => Words($"T:{group.FullName!.Replace('+', '.')}", "summary");

    private static LimitRow Of(Type group, FieldInfo field)
    {
        string member = $"F:{group.FullName!.Replace('+', '.')}.{field.Name}";
        return new LimitRow(group, field.Name, Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture), Words(member, "summary"), Words(member, "remarks"));
    }

    private static string Words(string member, string part) =>
        s_comments.Value.TryGetValue(member, out XElement? comment) ? Regex.Replace(comment.Element(part)?.Value ?? "", @"\s+", " ").Trim() : "";
}
