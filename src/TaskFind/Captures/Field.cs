namespace TaskFind.Captures;

/// <summary>A field of some type.</summary>
internal sealed class Field<TRow, TValue>(int number, Codec<TValue> codec, Get<TRow, TValue> get, Set<TRow, TValue> set) : IField<TRow>
{
    /// <inheritdoc/>
    public int Number => number;

    /// <inheritdoc/>
    public void Write(CaptureOutput output, in TRow row) => codec.Write(output, get(row));

    /// <inheritdoc/>
    public void Read(CaptureInput input, ref TRow row) => set(ref row, codec.Read(input));
}
