using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Walking;

/// <summary>What one worker kept of one range of the heap, in address order.</summary>
/// <param name="bytes">Where the worker puts copies of objects.</param>
internal sealed class KeptRange(ByteChunks bytes)
{
    // Most ranges hold few tasks or none, so a chunk begins small.
    private const int FirstChunk = 16, Growth = 8;

    /// <summary>Gets the chunks of records; all but the last are full.</summary>
    public List<RootRecord[]> Chunks { get; } = [];

    /// <summary>Gets the number of records.</summary>
    public int Count { get; private set; }

    /// <summary>Gets about how many stretches of an <see cref="AddressMap"/> the objects lie in.</summary>
    public int Stretches => Count == 0 ? 0 : AddressMap.Stretches(Chunks[0][0].Address, Chunks[^1][(Count - 1) & (RootTable.ChunkSize - 1)].Address);

    /// <summary>Gets where the copies are.</summary>
    public ByteChunks Bytes => bytes;

    /// <summary>Gets which cancellation sources the machines among them hold tokens of.</summary>
    public TokenTable Tokens { get; } = new();

    /// <summary>Gets or sets how many bytes of the range could not be told.</summary>
    public long LostBytes { get; set; }

    /// <summary>Adds an object as its layout wants it kept; a method's locals are in its bytes, so those are kept then too, and so is its context.</summary>
    /// <param name="record">Its record.</param>
    /// <param name="keeping">What its layout wants.</param>
    /// <param name="type">Its type.</param>
    /// <param name="bytes">What was read of it.</param>
    public void Add(in RootRecord record, Keeping keeping, TypeEntry type, ReadOnlySpan<byte> bytes)
    {
        if (keeping == Keeping.Nothing)
            return;
        Add(record, keeping == Keeping.Bytes || type.Locals.Count > 0 ? bytes : type.ContextExtent > 0 ? Context(record, type, bytes) : default);
        if (type.TokenMachine?.FirstToken(new ObjectBytes(record.Address, type, bytes)) is { } source and not 0)
            Tokens.Add(record.Address, source);
    }

    // A task that is done has let go of its context.
    private static ReadOnlySpan<byte> Context(in RootRecord record, TypeEntry type, ReadOnlySpan<byte> bytes) =>
        ((TaskFlags)record.Flags & TaskFlags.Completed) != 0 ? default : bytes[..Math.Min(type.ContextExtent, bytes.Length)];

    private void Add(in RootRecord record, ReadOnlySpan<byte> copy)
    {
        var at = Count & (RootTable.ChunkSize - 1);
        if (at == 0)
            Chunks.Add(GC.AllocateUninitializedArray<RootRecord>(Count == 0 ? FirstChunk : RootTable.ChunkSize));
        else if (at == Chunks[^1].Length)
            Grow();
        ref var added = ref Chunks[^1][at];
        added = record;
        if (!copy.IsEmpty)
            added.Copy = bytes.Add(copy);
        Count++;
    }

    private void Grow()
    {
        var grown = GC.AllocateUninitializedArray<RootRecord>(Math.Min(Chunks[^1].Length * Growth, RootTable.ChunkSize));
        Chunks[^1].CopyTo(grown, 0);
        Chunks[^1] = grown;
    }
}
