namespace TaskFind.Scanning.Reachability;

/// <summary>What the traversal needs of a type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Map">Where its references lie; null when it holds none.</param>
/// <param name="Keeper">The object that keeps the static fields of a collectible type, 0 for other types.</param>
internal sealed record TypeShape(TypeEntry Type, ReferenceMap? Map, ulong Keeper)
{
    /// <summary>Gives the size of an object without the bytes that fill it up.</summary>
    public long SizeOf(uint count) => Type.BaseSize + ((long)Type.ComponentSize * count);
}
