using System.Text.RegularExpressions;

namespace TaskFind.IntegrationTests.Readme;

/// <summary>Output with all that differs from run to run replaced by words.</summary>
internal static class Normalised
{
    private static readonly (string Pattern, string Word)[] s_rules =
    [
        ("0x[0-9a-f]+", "ADDRESS"),
        (@"\d+ tasks? among [\d,]+ objects", "N tasks among N objects"),
        (@"\(pid \d+\)", "(pid N)"),
        (@"seen in [0-9.]+(ms|s)", "seen in TIME"),
        (@"stood still for \d+ ms", "stood still for TIME"),
        (@"captured at [0-9-]+ [0-9:]+Z", "captured at TIME"),
        (@"Saved in [\d,]+ bytes", "Saved in N bytes"),
        (@"left([: ])[0-9]\w+", "left$1TIME"),
        (@"Not shown: \d+", "Not shown: N"),
        (@"^\d+ +hello +\S+ +[0-9.]+ +\S+/hello$", "N hello USER VERSION PATH"),
        (" {2,}", "  "),
    ];

    /// <summary>Replaces them in one line.</summary>
    public static string Line(string line) =>
        s_rules.Aggregate(line.TrimEnd(), (text, rule) => Regex.Replace(text, rule.Pattern, rule.Word, RegexOptions.CultureInvariant));
}
