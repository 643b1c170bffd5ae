using TaskFind.Model;

namespace TaskFind.Tests.Rendering;

/// <summary>An AsyncLocal or a variable, as <see cref="ContextParser"/> read it.</summary>
/// <param name="Label">Its name, or its type when it has an address.</param>
/// <param name="At">Its address, when it has no name.</param>
/// <param name="Kind">What its value is; text for every value in quotes.</param>
/// <param name="Value">The value, or the type of an object.</param>
/// <param name="ValueAt">The address of an object.</param>
internal sealed record ParsedLocal(string Label, string? At, LocalValueKind Kind, string? Value, string? ValueAt);
