namespace TaskFind.Tests.Rendering;

/// <summary>How and where a method stands, as <see cref="ReprParser"/> read it.</summary>
internal sealed record ParsedStand(string Word, string? File, int? Line, int? ILOffset, int? Thread, IReadOnlyList<ParsedItem> Facts);
