namespace TaskFind.Captures;

/// <summary>How one cell is written and read.</summary>
internal sealed class Codec<TValue>(Action<CaptureOutput, TValue> write, Func<CaptureInput, TValue> read)
{
    /// <summary>Writes a cell.</summary>
    public void Write(CaptureOutput output, TValue value) => write(output, value);

    /// <summary>Reads a cell.</summary>
    public TValue Read(CaptureInput input) => read(input);
}
