using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>A table of a graph's rows.</summary>
internal abstract class RowSection<TRow>(int id, TRow blank, Func<CaptureTables, Rows<TRow>> rows) : TableSection<TRow>(id)
    where TRow : struct
{
    /// <inheritdoc/>
    protected sealed override int Count(CaptureTables tables) => rows(tables).Count;

    /// <inheritdoc/>
    protected sealed override ref TRow At(CaptureTables tables, int index) => ref rows(tables)[index];

    /// <inheritdoc/>
    protected sealed override void Fill(CaptureTables tables, int count)
    {
        for (var i = 0; i < count; i++)
            rows(tables).Add(blank);
    }
}
