using System.Buffers.Binary;

namespace TaskFind.IntegrationTests.Fuzz;

/// <summary>Knows which parts of a dump file are what.</summary>
internal sealed class CorePieces
{
    private const int Load = 1, Note = 4, HeadBytes = 64, EntryBytes = 56;

    private CorePieces(long length, int entries) => (Length, Headers) = (length, (HeadBytes, entries * EntryBytes));

    /// <summary>The length of the file.</summary>
    public long Length { get; }

    /// <summary>The program headers.</summary>
    public (long At, long Length) Headers { get; }

    /// <summary>The notes: threads with their registers, mapped files.</summary>
    public (long At, long Length) Notes { get; private set; }

    /// <summary>Memory that the process could write: the heap, and what the runtime knows.</summary>
    public List<(long At, long Length)> Writable { get; } = [];

    /// <summary>Memory of modules, and other memory that was only read.</summary>
    public List<(long At, long Length)> ReadOnly { get; } = [];

    /// <summary>Reads the headers of a dump.</summary>
    public static CorePieces Of(FileStream file)
    {
        byte[] head = new byte[HeadBytes];
        file.Position = 0;
        file.ReadExactly(head);
        int entries = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(56));
        byte[] table = new byte[entries * EntryBytes];
        file.Position = (long)BinaryPrimitives.ReadUInt64LittleEndian(head.AsSpan(32));
        file.ReadExactly(table);
        var pieces = new CorePieces(file.Length, entries);
        for (int i = 0; i < entries; i++)
        {
            pieces.Add(table.AsSpan(i * EntryBytes, EntryBytes));
        }

        return pieces;
    }

    private void Add(ReadOnlySpan<byte> entry)
    {
        var piece = ((long)BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]), (long)BinaryPrimitives.ReadUInt64LittleEndian(entry[32..]));
        bool isWritable = (BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]) & 2) != 0;
        switch (BinaryPrimitives.ReadInt32LittleEndian(entry))
        {
            case Note:
                Notes = piece;
                break;
            case Load when piece.Item2 > 0:
                (isWritable ? Writable : ReadOnly).Add(piece);
                break;
        }
    }
}
