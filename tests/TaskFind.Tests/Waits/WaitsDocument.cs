using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Waits.Samples;
using TaskFind.Model;
using TaskFind.Scanning;

namespace TaskFind.Tests.Waits;

/// <summary>Makes docs/waits.md of the catalogue of waits and of the samples that the integration tests compare.</summary>
internal static class WaitsDocument
{
    private const string Intro = """
        # What can be waited for

        Made from `src/TaskFind/Scanning/WaitCatalogue.cs` and from the samples in `tests/TaskFind.IntegrationTests/Waits/Samples`; a test fails when this
        page says anything else, and writes it anew under `TASKFIND_UPDATE_GOLDEN=1`.

        **✓** a test starts a program on this runtime, looks at it alive and at a dump of it, and compares the words. **–** this runtime does not have it.
        **no** no test proves it. What is printed is an example, which fits the words that the tests compare. *Kind* is the `kind` of a wait in JSON and the
        word of `list --waits`; a row without one is not about a wait, but about the task itself.

        All of it on Linux x64; nothing was tried on another system. The older runtimes are put together from the runtime packs, whose files a
        self-contained program brings too.

        """;

    public static IEnumerable<string> Lines() =>
    [
        .. Intro.ReplaceLineEndings("\n").Split('\n'),
        $"| # | what is waited for | kind | what is printed | {string.Join(" | ", Runtimes.All)} | not covered |",
        $"|{string.Concat(Enumerable.Repeat("---|", 5 + Runtimes.All.Count))}",
        .. WaitCatalogue.Rows.Select(Row),
        "",
        "## By what it is proved",
        "",
        "| # | read by | program: method or thread |",
        "|---|---|---|",
        .. WaitCatalogue.Rows.Select(Proof),
    ];

    /// <summary>Tells how far a row is proved on a runtime.</summary>
    public static string Mark(WaitCatalogueRow row, string framework) =>
        Samples(row).Any(s => s.IsOn(framework)) ? "✓" : WaitSample.Major(framework) < row.Since ? "–" : "no";

    private static string Row(WaitCatalogueRow row)
    {
        string kinds = string.Join(", ", row.Kinds.Select(k => Code(JsonName(k))));
        string printed = string.Join("<br>", row.Printed.Select(Code));
        string marks = string.Join(" | ", Runtimes.All.Select(f => Mark(row, f)));
        return $"| {row.Number} | {row.Awaited} | {kinds} | {printed} | {marks} | {row.NotCovered} |";
    }

    private static string Proof(WaitCatalogueRow row)
    {
        IEnumerable<string> programs = Samples(row).GroupBy(s => s.Program)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(s => Code(s.Of)).Distinct())}");
        return $"| {row.Number} | {string.Join(", ", row.ReadBy.Select(t => Code(t.Name)))} | {string.Join("; ", programs)} |";
    }

    private static IEnumerable<WaitSample> Samples(WaitCatalogueRow row) => WaitSamples.All.Where(s => s.Rows.Contains(row.Number));

    private static string JsonName(WaitKind kind) => char.ToLowerInvariant($"{kind}"[0]) + $"{kind}"[1..];

    private static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
