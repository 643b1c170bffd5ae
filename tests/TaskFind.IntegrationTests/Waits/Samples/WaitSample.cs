using System.Text.RegularExpressions;

namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>What a look must say of one place in a target program, and which rows of the catalogue of waits that proves.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Program">The program, by the name that its test class has in <see cref="ShowsSamplesAttribute"/>.</param>
/// <param name="Of">The method, or the thread by its name.</param>
/// <param name="What">What is compared.</param>
/// <param name="Words">
/// A pattern, with <c>~</c> where a dump tells a bound. The program's own facts stand in braces; what stands between double braces is said alive alone.
/// </param>
internal sealed partial record WaitSample(IReadOnlyList<int> Rows, string Program, string Of, SampleWhat What, string Words)
{
    /// <summary>Gets whether the words are no pattern, but themselves, with <c>…</c> for anything.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>Gets the major version of the first runtime on which the program does it.</summary>
    public int Since { get; init; } = 8;

    /// <summary>Tells whether a runtime shows the sample: the test asks this, and so does the document.</summary>
    public bool IsOn(string framework) => Major(framework) >= Since;

    /// <summary>Gives the major version in a framework's moniker.</summary>
    public static int Major(string framework) => Version.Parse(framework["net".Length..]).Major;

    /// <summary>Gives the pattern for a look, alive or at a dump.</summary>
    public string Pattern(bool live, Func<string, string> fact)
    {
        string words = OnlyLive().Replace(Words, live ? "$1" : "").Replace("~", live ? "" : "<=", StringComparison.Ordinal);
        words = Fact().Replace(words, m => fact(m.Groups[1].Value));
        string pattern = IsLiteral ? string.Join(".*", words.Split('…').Select(Regex.Escape)) : words;
        return What == SampleWhat.Line ? pattern : $"^(?:{pattern})$";
    }

    [GeneratedRegex(@"\{\{(.*?)\}\}(?=[\],])")]
    private static partial Regex OnlyLive();

    [GeneratedRegex(@"\{([a-z0-9]+\.[a-z]+)\}")]
    private static partial Regex Fact();
}
