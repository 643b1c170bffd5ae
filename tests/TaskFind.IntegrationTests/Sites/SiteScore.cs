using System.Globalization;
using Xunit;

namespace TaskFind.IntegrationTests.Sites;

/// <summary>What one look told of the sites of one program: the counts of a row of the table, and what was wrong.</summary>
internal sealed class SiteScore(string cell)
{
    public static string Header { get; } = Row("program, runtime, view", "sites", "method", "line", "statement", "in span", "no line", "ordinal", "awaited", "wrong");

    public int Sites { get; set; }

    public int Methods { get; set; }

    /// <summary>Gets or sets how many lines are the await's own.</summary>
    public int Exact { get; set; }

    /// <summary>Gets or sets how many lines are the first of the await's statement.</summary>
    public int Statement { get; set; }

    /// <summary>Gets or sets how many spans hold the await's line and begin elsewhere.</summary>
    public int Span { get; set; }

    /// <summary>Gets or sets how many places are an IL offset with the number of the await and a reason.</summary>
    public int NoLine { get; set; }

    public int Ordinals { get; set; }

    public int Awaited { get; set; }

    public List<string> Wrong { get; } = [];

    public void Fail(SiteFactText site, string what) => Wrong.Add($"{cell}: {site} {what}");

    /// <summary>Fails the test, with what was wrong, unless all was right.</summary>
    public void AssertAllRight() => Assert.True(Wrong.Count == 0, $"{this}\n{string.Join('\n', Wrong)}");

    public override string ToString() =>
        Row(cell, Text(Sites), Text(Methods), Text(Exact), Text(Statement), Text(Span), Text(NoLine), Text(Ordinals), Text(Awaited), Text(Wrong.Count));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Row(string cell, params string[] columns) => cell.PadRight(46) + string.Concat(columns.Select(c => c.PadLeft(10)));
}
