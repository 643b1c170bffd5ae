namespace TaskFind.Model;

/// <summary>Something the look could not read, kept as data so that it is shown and never silent.</summary>
/// <param name="What">What is missing, <c>line of Shop.dll</c>.</param>
/// <param name="Why">Why, in words.</param>
/// <param name="Count">How many times the same gap was met.</param>
public sealed record Gap(string What, string Why, int Count = 1);
