namespace TaskFind.Rendering;

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Cut">What is left of a cell when the table is too wide for the terminal.</param>
/// <param name="IsOptional">Whether it is left out when all of its cells are empty.</param>
internal sealed record Column(string Head, Cutting Cut = Cutting.End, bool IsOptional = false);
