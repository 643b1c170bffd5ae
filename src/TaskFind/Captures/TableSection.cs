namespace TaskFind.Captures;

/// <summary>
/// A table, written column by column: how many rows, how many columns, and of each its number, its length in bytes and its cells. A column that is not known is
/// passed over; one that is not there leaves what a blank row has.
/// </summary>
internal abstract class TableSection<TRow>(int id) : Section(id)
{
    private readonly List<IField<TRow>> _fields = [];

    /// <inheritdoc/>
    public sealed override void Write(CaptureOutput output)
    {
        var count = Count(output.Tables);
        if (count == 0)
            return;
        output.Tables.Rows += count;
        output.Unsigned((ulong)count);
        output.Unsigned((ulong)_fields.Count);
        foreach (var field in _fields)
        {
            var column = new CaptureOutput(output.Tables);
            for (var i = 0; i < count; i++)
                field.Write(column, At(output.Tables, i));
            output.Unsigned((ulong)field.Number);
            output.Unsigned((ulong)column.Length);
            output.Raw(column.Bytes);
        }
    }

    /// <inheritdoc/>
    public sealed override void Read(CaptureInput input)
    {
        var count = input.Rows();
        Fill(input.Tables, count);
        for (var columns = input.Count(); columns > 0; columns--)
        {
            var number = input.Unsigned();
            var column = new CaptureInput(input.Tables, input.Raw(input.Count()));
            if (_fields.Find(f => (ulong)f.Number == number) is { } field)
                Read(column, field, count);
        }
    }

    /// <summary>Declares a field of the rows.</summary>
    protected void Field<TValue>(int number, Codec<TValue> codec, Get<TRow, TValue> get, Set<TRow, TValue> set) => _fields.Add(new Field<TRow, TValue>(number, codec, get, set));

    /// <summary>Tells how many rows there are.</summary>
    protected abstract int Count(CaptureTables tables);

    /// <summary>Gives a row for reading or changing.</summary>
    protected abstract ref TRow At(CaptureTables tables, int index);

    /// <summary>Adds blank rows.</summary>
    protected abstract void Fill(CaptureTables tables, int count);

    private void Read(CaptureInput column, IField<TRow> field, int count)
    {
        for (var i = 0; i < count; i++)
            field.Read(column, ref At(column.Tables, i));
        if (column.Left > 0)
            throw new CaptureException("a column in it is longer than its table");
    }
}
