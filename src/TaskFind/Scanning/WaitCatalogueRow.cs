using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>One thing that can be waited for, and what a look says of it.</summary>
/// <param name="Number">The row's number, which tests and documents refer to.</param>
/// <param name="Kinds">The kinds of wait; none where it is the task itself that has words, and no wait.</param>
/// <param name="Awaited">What the program does.</param>
/// <param name="Printed">What is printed, by example.</param>
/// <param name="ReadBy">The classes that read it.</param>
internal sealed record WaitCatalogueRow(
    int Number, IReadOnlyList<WaitKind> Kinds, string Awaited, IReadOnlyList<string> Printed, IReadOnlyList<Type> ReadBy)
{
    /// <summary>Gets the major version of the first runtime that has it.</summary>
    public int Since { get; init; } = 8;

    /// <summary>Gets what is not covered, or not yet proved; null when nothing is known to be missing.</summary>
    public string? NotCovered { get; init; }
}
