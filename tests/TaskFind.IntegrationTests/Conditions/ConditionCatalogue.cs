namespace TaskFind.IntegrationTests.Conditions;

/// <summary>All conditions, in the order of docs/conditions.md.</summary>
internal static class ConditionCatalogue
{
    /// <summary>The groups with their heads.</summary>
    public static IReadOnlyList<(string Head, IReadOnlyList<Condition> Conditions)> Groups { get; } =
    [
        ("What is named", NamedConditions.All),
        ("What it runs on", RuntimeConditions.All),
        ("Where it lives", PlaceConditions.All),
        ("Whose it is, and whose the debugging library", UserConditions.All),
        ("What happens in the midst of it", MidstConditions.All),
        ("Dumps", DumpConditions.All),
        ("Captures, and two looks compared", CaptureConditions.All),
        ("Checks", CheckConditions.All),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Condition> All { get; } = [.. Groups.SelectMany(g => g.Conditions)];
}
