namespace TaskFind.Captures;

/// <summary>Puts a field into a row.</summary>
internal delegate void Set<TRow, in TValue>(ref TRow row, TValue value);
