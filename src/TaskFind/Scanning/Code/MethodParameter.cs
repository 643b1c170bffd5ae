namespace TaskFind.Scanning.Code;

/// <summary>Holds the type (in C# words, with ref, out or in) and the name of one parameter.</summary>
internal sealed record MethodParameter(string Type, string Name);
