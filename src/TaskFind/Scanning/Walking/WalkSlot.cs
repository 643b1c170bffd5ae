namespace TaskFind.Scanning.Walking;

/// <summary>What the walk needs of a method table, in 16 bytes, so that four share a cache line.</summary>
internal struct WalkSlot
{
    public ulong MethodTable;
    public uint BaseSize;
    public ushort ComponentSize;
    public WalkKind Kind;
}
