namespace TaskFind.Tool.Options;

/// <summary>How the answer is to be printed, as the command line says it.</summary>
/// <param name="Format">For people or for programs.</param>
/// <param name="File">The file to write to; null for stdout.</param>
/// <param name="Limit">The most tasks to print; null for all.</param>
/// <param name="All">Whether finished tasks are shown.</param>
/// <param name="Full">Whether nothing is left out of a line.</param>
/// <param name="Repr">Whether JSON has each task's text too.</param>
internal sealed record OutputSettings(OutputFormat Format, string? File, int? Limit, bool All, bool Full, bool Repr)
{
    /// <summary>Takes the first ones, as many as are to be printed.</summary>
    public IReadOnlyList<T> Limited<T>(IReadOnlyList<T> all) => Limit is { } limit && limit < all.Count ? [.. all.Take(limit)] : all;
}
