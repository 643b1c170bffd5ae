using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace TaskFind.Targets;

/// <summary>Reads the memory of a core dump straight from the file, from any thread: ClrMD's own reader keeps a cache under a lock, which costs more than it saves.</summary>
internal sealed class CoreMemory : IDisposable
{
    private const int HeadBytes = 64, ProgramHeaderBytes = 56, Load = 1, ManyHeaders = 0xffff;
    private readonly SafeFileHandle _file;
    private readonly List<(ulong Start, ulong End, ulong Offset)> _pieces = [];

    /// <summary>Opens a file that <see cref="CoreFile.Check(string, string)"/> found to be whole.</summary>
    public CoreMemory(string path)
    {
        _file = File.OpenHandle(path);
        Span<byte> head = stackalloc byte[HeadBytes];
        Span<byte> entry = stackalloc byte[ProgramHeaderBytes];
        if (RandomAccess.Read(_file, head, 0) != HeadBytes)
            return;
        ulong table = BinaryPrimitives.ReadUInt64LittleEndian(head[32..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(head[56..]);

        // A file of more pieces than the head can count is left to ClrMD.
        for (int i = 0; count != ManyHeaders && i < count; i++)
        {
            if (RandomAccess.Read(_file, entry, (long)(table + ((ulong)i * ProgramHeaderBytes))) != ProgramHeaderBytes)
                break;
            Add(entry);
        }

        _pieces.Sort();
    }

    /// <summary>Fills the whole buffer, or says that it cannot.</summary>
    public bool TryRead(ulong address, Span<byte> buffer)
    {
        for (int i = Find(address); !buffer.IsEmpty; i++)
        {
            if (i < 0 || i >= _pieces.Count || address < _pieces[i].Start || address >= _pieces[i].End)
                return false;
            int length = (int)Math.Min((ulong)buffer.Length, _pieces[i].End - address);
            if (RandomAccess.Read(_file, buffer[..length], (long)(_pieces[i].Offset + (address - _pieces[i].Start))) != length)
                return false;
            address += (ulong)length;
            buffer = buffer[length..];
        }

        return true;
    }

    public void Dispose() => _file.Dispose();

    private void Add(ReadOnlySpan<byte> entry)
    {
        ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]);
        ulong start = BinaryPrimitives.ReadUInt64LittleEndian(entry[16..]);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(entry[32..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(entry) == Load && length > 0 && start + length > start && offset <= long.MaxValue - length)
            _pieces.Add((start, start + length, offset));
    }

    /// <summary>Gives the piece that begins last at or before an address; -1 for none.</summary>
    private int Find(ulong address)
    {
        (int low, int high) = (0, _pieces.Count - 1);
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (_pieces[middle].Start <= address)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }
}
