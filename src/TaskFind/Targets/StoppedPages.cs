namespace TaskFind.Targets;

/// <summary>
/// Remembers pages of a process for as long as it stands still: the debugging library asks for its structures word by word, over a thousand words in one stop, and
/// each is a call of the system otherwise. The most recent page of each slot is kept.
/// </summary>
/// <param name="read">Reads memory of the process, and gives how many bytes it got.</param>
internal sealed class StoppedPages(Func<ulong, Memory<byte>, int> read)
{
    /// <summary>What is longer is read as it is: objects of the heap lie anywhere, and a page for each would be read for nothing.</summary>
    public const int WordBytes = 16;

    private const int PageBits = 12, PageBytes = 1 << PageBits, Slots = 128;
    private readonly Lock _lock = new();
    private readonly byte[] _pages = GC.AllocateUninitializedArray<byte>(Slots * PageBytes);
    private readonly ulong[] _addresses = new ulong[Slots];

    /// <summary>Reads a few bytes of one page; false when they are not to be had this way.</summary>
    /// <param name="address">Where they lie.</param>
    /// <param name="buffer">Takes them.</param>
    public bool TryRead(ulong address, Span<byte> buffer)
    {
        var offset = (int)(address & (PageBytes - 1));
        var page = address - (ulong)offset;
        if (buffer.Length > WordBytes || offset + buffer.Length > PageBytes || page == 0)
            return false;
        var slot = (int)((address >> PageBits) % Slots);
        lock (_lock)
        {
            if (_addresses[slot] != page)
            {
                _addresses[slot] = 0;
                if (read(page, _pages.AsMemory(slot * PageBytes, PageBytes)) != PageBytes)
                    return false;
                _addresses[slot] = page;
            }

            _pages.AsSpan((slot * PageBytes) + offset, buffer.Length).CopyTo(buffer);
            return true;
        }
    }
}
