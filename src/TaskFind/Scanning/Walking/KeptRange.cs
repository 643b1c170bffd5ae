using System.Runtime.InteropServices;

namespace TaskFind.Scanning.Walking;

/// <summary>What one worker kept of one range of the heap, in address order.</summary>
internal sealed class KeptRange
{
    public List<RootRecord> Records { get; } = [];

    /// <summary>The copied bytes, one object behind the other.</summary>
    public List<byte> Bytes { get; } = [];

    /// <summary>Gets or sets how many bytes of the range could not be told.</summary>
    public long LostBytes { get; set; }

    public void Add(in RootRecord record, ReadOnlySpan<byte> bytes)
    {
        Records.Add(record);
        if (bytes.IsEmpty)
            return;
        ref var added = ref CollectionsMarshal.AsSpan(Records)[^1];
        (added.Copy, added.CopyLength) = (Bytes.Count, bytes.Length);
        Bytes.AddRange(bytes);
    }
}
