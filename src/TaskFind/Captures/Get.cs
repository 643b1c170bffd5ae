namespace TaskFind.Captures;

/// <summary>Takes a field out of a row.</summary>
internal delegate TValue Get<TRow, out TValue>(in TRow row);
