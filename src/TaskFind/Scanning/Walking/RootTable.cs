using System.Runtime.InteropServices;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Walking;

/// <summary>All kept objects in address order, found by address.</summary>
internal sealed class RootTable
{
    private readonly TypeTable _types;
    private readonly List<byte>?[] _bytes;
    private readonly RootRecord[] _records;
    private readonly AddressMap _map;

    public RootTable(TypeTable types, KeptRange?[] ranges)
    {
        _types = types;
        _bytes = new List<byte>?[ranges.Length];
        _records = new RootRecord[ranges.Sum(r => r?.Records.Count ?? 0)];
        var at = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            if (ranges[i] is not { } range)
                continue;
            range.Records.CopyTo(_records, at);
            foreach (ref var record in _records.AsSpan(at, range.Records.Count))
                record.Range = i;
            at += range.Records.Count;
            _bytes[i] = range.Bytes;
            ranges[i] = null;
        }

        _map = new AddressMap(_records.Length, i => _records[i].Address);
    }

    public ReadOnlySpan<RootRecord> Records => _records;

    public int Count => _records.Length;

    public ref readonly RootRecord this[int index] => ref _records[index];

    /// <summary>Gives the index of the object at an address, or -1.</summary>
    public int Find(ulong address) => address == 0 ? -1 : _map.Find(address);

    public TypeEntry TypeOf(in RootRecord record) => _types[record.Type];

    /// <summary>Gives an object as its layout reads it; without bytes when only its record was kept.</summary>
    public ObjectBytes BytesOf(in RootRecord record) => new(record.Address, TypeOf(record), Copy(record));

    private ReadOnlySpan<byte> Copy(in RootRecord record) =>
        record.Copy >= 0 && _bytes[record.Range] is { } bytes ? CollectionsMarshal.AsSpan(bytes).Slice(record.Copy, record.CopyLength) : default;
}
