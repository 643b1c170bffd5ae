namespace TaskFind.Captures;

/// <summary>A table of records.</summary>
internal abstract class ListSection<TRow>(int id, TRow blank, Func<CaptureTables, Pool<TRow>> pool) : TableSection<TRow>(id)
    where TRow : class
{
    /// <inheritdoc/>
    protected sealed override int Count(CaptureTables tables) => pool(tables).Count;

    /// <inheritdoc/>
    protected sealed override ref TRow At(CaptureTables tables, int index) => ref pool(tables)[index];

    /// <inheritdoc/>
    protected sealed override void Fill(CaptureTables tables, int count) => pool(tables).Fill(count, blank);
}
