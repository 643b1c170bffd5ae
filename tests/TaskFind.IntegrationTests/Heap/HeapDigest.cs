namespace TaskFind.IntegrationTests.Heap;

/// <summary>Counts what a walk over the heap passes, and folds addresses and method tables in their order into one number.</summary>
internal sealed class HeapDigest(ulong freeTable)
{
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

    public long Objects { get; private set; }

    public long Free { get; private set; }

    public ulong Hash { get; private set; }

    public void Add(ulong address, ulong methodTable)
    {
        if (methodTable == freeTable)
        {
            Free++;
        }
        else
        {
            Objects++;
        }

        Hash = (Hash ^ address) * Prime;
        Hash = (Hash ^ methodTable) * Prime;
    }

    public override string ToString() => $"{Objects} objects, {Free} free spaces, {Hash:x16}";
}
