namespace TaskFind.Model;

/// <summary>The value of an AsyncLocal, or of a variable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The name of its type; empty for null and for what could not be read.</param>
/// <param name="Words">The text or number as such, raw from the target; null for other kinds.</param>
/// <param name="Address">Where it lies; zero for what is no object of its own.</param>
public readonly record struct LocalValue(LocalValueKind Kind, string Type, string? Words, ObjectAddress Address);
