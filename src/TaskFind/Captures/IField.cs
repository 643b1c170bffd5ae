namespace TaskFind.Captures;

/// <summary>A field of the rows of a table, written as a column.</summary>
internal interface IField<TRow>
{
    /// <summary>Gets the number by which it is known in every version.</summary>
    int Number { get; }

    /// <summary>Writes the cell of a row.</summary>
    void Write(CaptureOutput output, in TRow row);

    /// <summary>Reads the cell of a row.</summary>
    void Read(CaptureInput input, ref TRow row);
}
