namespace TaskFind.Tests.Bounds;

/// <summary>Makes docs/limits.md of the record of limits and of the comments in it.</summary>
internal static class LimitsDocument
{
    private const string Intro = """
        # Limits

        Made from `src/TaskFind/Model/Limits`, the one place where bounds are; a test fails when this page says anything else, and writes it anew under
        `TASKFIND_UPDATE_GOLDEN=1`.

        What a target supplies is followed only so far: it may be broken, or made to mislead. Few of these limits are met by an ordinary program, but for
        those of what is printed. **A gap** is a line `Not read: …` after a look, and an entry of `coverage.gaps` in the JSON document.

        """;

    public static IEnumerable<string> Lines() => [.. Intro.ReplaceLineEndings("\n").Split('\n').SkipLast(1), .. LimitRow.Groups.SelectMany(Group)];

    private static IEnumerable<string> Group(Type group) =>
    [
        "",
        $"## {group.Name}",
        "",
        LimitRow.About(group),
        "",
        "| name | value | what is bounded | when it is hit |",
        "|---|---|---|---|",
        .. LimitRow.All.Where(r => r.Group == group).Select(r => $"| `{r.Name}` | {r.Amount} | {r.What.TrimEnd('.')} | {r.Said.TrimEnd('.')} |"),
    ];
}
