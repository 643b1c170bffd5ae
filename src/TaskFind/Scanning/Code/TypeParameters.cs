namespace TaskFind.Scanning.Code;

/// <summary>Holds the names of the type parameters that a signature may speak of by number.</summary>
internal readonly record struct TypeParameters(IReadOnlyList<string> OfType, IReadOnlyList<string> OfMethod)
{
    /// <summary>No type parameters.</summary>
    public static TypeParameters None { get; } = new([], []);
}
