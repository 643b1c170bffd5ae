namespace TaskFind.IntegrationTests.Conditions;

/// <summary>Makes docs/conditions.md of the catalogue.</summary>
internal static class ConditionDocument
{
    private const string Intro = """
        # What may be so, and what is said

        Made from `tests/TaskFind.IntegrationTests/Conditions`, whose tests make each row happen with the real tool on real processes; a test fails when this page
        says anything else, and writes it anew under `TASKFIND_UPDATE_GOLDEN=1`. `{…}` stands for what differs from run to run. *Printed* is one line of stdout or
        stderr; an error is followed by what to type next. Rows with ° are made as root: they need another user or a namespace.

        """;

    /// <summary>The lines of the page.</summary>
    public static IEnumerable<string> Lines() =>
    [
        .. Intro.ReplaceLineEndings("\n").Split('\n'),
        .. ConditionCatalogue.Groups.SelectMany(g => (string[])[$"## {g.Head}", "", "| # | given | printed | exit code | the target afterwards |", "|---|---|---|---|---|", .. g.Conditions.Select(Row), ""]).SkipLast(1),
    ];

    private static string Row(Condition condition) =>
        $"| {Number(condition)} | {condition.Given}{(condition.NeedsRoot ? " °" : "")} | {Printed(condition.Prints)} | {condition.ExitCode} | {Afterwards(condition.After)} |";

    private static int Number(Condition condition) => ConditionCatalogue.All.TakeWhile(c => c != condition).Count() + 1;

    private static string Printed(string text) => text.Length == 0 ? "" : $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Afterwards(After after) => after switch
    {
        After.Runs => "runs",
        After.StandsAsBefore => "stands still, as before",
        After.HasEnded => "has ended",
        _ => "–",
    };
}
