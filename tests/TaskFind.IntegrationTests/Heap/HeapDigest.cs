namespace TaskFind.IntegrationTests.Heap;

/// <summary>Counts what a walk over the heap passes, and folds addresses and method tables, in whatever order, into one number.</summary>
internal sealed class HeapDigest(ulong freeTable)
{
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;
    private readonly Lock _lock = new();

    public long Objects { get; private set; }

    public long Free { get; private set; }

    public ulong Hash { get; private set; }

    public void Add(ulong address, ulong methodTable)
    {
        ulong mixed = ((address * Prime) ^ methodTable) * Prime;
        lock (_lock)
        {
            Objects += methodTable == freeTable ? 0 : 1;
            Free += methodTable == freeTable ? 1 : 0;
            Hash += mixed ^ (mixed >> 29);
        }
    }

    public override string ToString() => $"{Objects} objects, {Free} free spaces, {Hash:x16}";
}
