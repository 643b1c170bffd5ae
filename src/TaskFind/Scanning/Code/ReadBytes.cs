namespace TaskFind.Scanning.Code;

/// <summary>Fills the whole span with the bytes at an address (or file offset), or answers false.</summary>
internal delegate bool ReadBytes(ulong address, Span<byte> into);
