namespace TaskFind.Scanning.Holding;

/// <summary>A reference of an object that may hold something waited for.</summary>
/// <param name="Offset">Where it lies in the object.</param>
/// <param name="Field">The field that it is.</param>
internal sealed record HolderSlot(int Offset, HolderField Field);
