namespace TaskFind.IntegrationTests.Findings;

/// <summary>A scene of the program Troubles, and what the rule has to say of it.</summary>
/// <param name="Name">The name of the scene: the rule's, with a variant behind a dot.</param>
/// <param name="Says">A pattern for the sentence; what differs from run to run left open.</param>
internal sealed record Scene(string Name, string Says)
{
    /// <summary>Gets the rule that has to find it.</summary>
    public string Rule => Name.Split('.')[0];

    /// <summary>Gets what else is found in that scene, rightly.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Gets what is found, rightly, in the scene that looks like it.</summary>
    public IReadOnlyList<string> InnocentAlso { get; init; } = [];

    /// <summary>Gets what the innocent scene looks like.</summary>
    public required string Innocent { get; init; }
}
