using System.Reflection;
using System.Text.RegularExpressions;
using TaskFind.Model;
using Xunit;

namespace TaskFind.Tests.Bounds;

/// <summary>All bounds are in one record, each is asked somewhere, and the document says what becomes of it.</summary>
public sealed class LimitsTests
{
    private const string Bound = "(?:Most|Max|Longest|Largest|Limit|Deepest)(?:[A-Z]\\w*)?";

    private static readonly string[] s_files =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))];

    [Fact]
    public void The_document_is_what_the_record_makes() => Golden.CheckFile(Path.Combine("docs", "limits.md"), LimitsDocument.Lines());

    [Fact]
    public void Every_limit_tells_its_unit_what_it_bounds_and_what_is_said_when_it_is_hit()
    {
        Assert.NotEmpty(LimitRow.All);
        Assert.All(LimitRow.All, r => Assert.True(r.Unit.EndsWith('s') && r.What.Length > 0, $"{r.Group.Name}.{r.Name}: the summary does not begin with a unit: {r.Summary}"));
        Assert.All(LimitRow.All, r => Assert.True(r.Said.Length > 0, $"{r.Group.Name}.{r.Name} has no remarks"));
        Assert.All(LimitRow.Groups, g => Assert.NotEmpty(LimitRow.About(g)));
    }

    [Fact]
    public void Every_limit_is_asked()
    {
        string code = string.Concat(s_files.Where(f => !f.Contains("/Model/Limits/", StringComparison.Ordinal)).Select(File.ReadAllText));

        Assert.All(LimitRow.All, r => Assert.Matches($@"\bLimits\.{r.Group.Name}\.{r.Name}\b", code));
    }

    [Fact]
    public void No_constant_elsewhere_has_the_name_of_a_bound()
    {
        IEnumerable<FieldInfo> constants = typeof(Limits).Assembly.GetTypes()
            .Where(t => !t.IsEnum && t != typeof(Limits) && t.DeclaringType != typeof(Limits))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.IsLiteral && IsInteger(f.FieldType));

        Assert.DoesNotContain(constants.Select(f => $"{f.DeclaringType}.{f.Name}"), name => Regex.IsMatch(name, $@"\.{Bound}$"));
    }

    [Fact]
    public void No_constant_of_a_method_or_of_the_tool_has_the_name_of_a_bound()
    {
        // The bodies of methods keep no names of their constants, so it is the source that is read.
        var declaration = new Regex($@"\bconst\s+(?:u?int|u?long|u?short|s?byte)\s(?:[^;]*[\s,])?({Bound})\s*=");

        Assert.All(s_files, f => Assert.DoesNotMatch(declaration, File.ReadAllText(f)));
        Assert.Matches(declaration, "const int Few = 1, MostThings = 2;");
        Assert.DoesNotMatch(declaration, "const int Mostly = 1;");
    }

    private static bool IsInteger(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;
}
