namespace TaskFind.Rendering;

/// <summary>Says what is left of a cell that is too wide.</summary>
internal enum Cutting
{
    /// <summary>Its beginning.</summary>
    End,

    /// <summary>Its end, which tells one method from another.</summary>
    Start,

    /// <summary>Its first word, in every cell of the column.</summary>
    ToFirstWord,
}
