using System.Buffers.Binary;

namespace TaskFind.IntegrationTests.Fuzz;

/// <summary>Damages a dump in place, in a way that a seed decides, and mends it again on Dispose.</summary>
internal sealed class DamagedDump : IDisposable
{
    private const int Page = 4096;
    private static readonly long[] s_odd = [0, 1, -1, int.MaxValue, long.MaxValue, long.MinValue, 0x7fff_ffff_f000, 4096];

    private readonly FileStream _file;
    private readonly CorePieces _pieces;
    private readonly Random _random;
    private readonly List<(long At, byte[] Former)> _changes = [];

    /// <summary>Damages the dump.</summary>
    public DamagedDump(FileStream file, CorePieces pieces, int seed)
    {
        (_file, _pieces, _random) = (file, pieces, new Random(seed));
        What = $"seed {seed}, {Damage()}";
        _file.Flush();
    }

    /// <summary>What was done.</summary>
    public string What { get; }

    public void Dispose()
    {
        for (int i = _changes.Count - 1; i >= 0; i--)
        {
            _file.Position = _changes[i].At;
            _file.Write(_changes[i].Former);
        }

        _file.Flush();
    }

    private string Damage()
    {
        switch (_random.Next(10))
        {
            case 0:
                return CutShort();
            case 1:
                Flip((0, 64), _random.Next(1, 4));
                return "bits of the head";
            case 2:
                Numbers(_pieces.Headers, _random.Next(1, 6));
                return "numbers of the program headers";
            case 3:
                Flip(_pieces.Notes, _random.Next(1, 200));
                return "bits of the notes";
            case 4:
                Numbers(_pieces.Notes, _random.Next(1, 20));
                return "numbers of the notes";
            case 5:
                Times(_random.Next(1, 400), () => Flip(PageOf(_pieces.Writable), 8));
                return "bits of pages that could be written";
            case 6:
                Times(_random.Next(1, 400), () => Flip(PageOf(_pieces.ReadOnly), 8));
                return "bits of pages of modules";
            case 7:
                Times(_random.Next(1, 100), () => Fill(PageOf(_pieces.Writable)));
                return "whole pages that could be written";
            case 8:
                Times(_random.Next(1, 100), () => Fill(PageOf(_pieces.ReadOnly)));
                return "whole pages of modules";
            default:
                Times(_random.Next(1, 2000), MixPointers);
                return "pointers that lead elsewhere";
        }
    }

    private static void Times(int times, Action action)
    {
        for (int i = 0; i < times; i++)
        {
            action();
        }
    }

    private string CutShort()
    {
        long at = _random.Next(3) switch { 0 => _random.Next(0, 200), 1 => _random.NextInt64(_pieces.Notes.At, _pieces.Notes.At + _pieces.Notes.Length), _ => _random.NextInt64(_pieces.Length) };
        Remember(at, (int)(_pieces.Length - at));
        _file.SetLength(at);
        return $"cut short at {at}";
    }

    private (long At, long Length) PageOf(List<(long At, long Length)> pieces)
    {
        (long at, long length) = pieces[_random.Next(pieces.Count)];
        return (at + (_random.NextInt64(Math.Max(1, length / Page)) * Page), Math.Min(Page, length));
    }

    private void Flip((long At, long Length) piece, int bits)
    {
        for (int i = 0; i < bits && piece.Length > 0; i++)
        {
            byte[] one = Remember(piece.At + _random.NextInt64(piece.Length), 1);
            Put(_changes[^1].At, [(byte)(one[0] ^ (1 << _random.Next(8)))]);
        }
    }

    private void Numbers((long At, long Length) piece, int count)
    {
        byte[] number = new byte[8];
        for (int i = 0; i < count && piece.Length >= 8; i++)
        {
            long at = piece.At + (_random.NextInt64(piece.Length / 8) * 8);
            Remember(at, 8);
            BinaryPrimitives.WriteInt64LittleEndian(number, _random.Next(3) == 0 ? _random.NextInt64() : s_odd[_random.Next(s_odd.Length)]);
            Put(at, number);
        }
    }

    private void Fill((long At, long Length) piece)
    {
        byte[] page = Remember(piece.At, (int)piece.Length).ToArray();
        switch (_random.Next(3))
        {
            case 0:
                Array.Clear(page);
                break;
            case 1:
                Array.Fill(page, (byte)0xff);
                break;
            default:
                _random.NextBytes(page);
                break;
        }

        Put(piece.At, page);
    }

    // A pointer to something else of the same process is what a reader is most likely to believe.
    private void MixPointers()
    {
        (long from, long length) = PageOf(_pieces.Writable);
        (long to, long room) = PageOf(_pieces.Writable);
        if (length < Page || room < Page)
        {
            return;
        }

        byte[] pointer = Read(from + (_random.Next(Page / 8) * 8), 8);
        if (BinaryPrimitives.ReadUInt64LittleEndian(pointer) >> 40 is > 0 and < 0x80)
        {
            long at = to + (_random.Next(Page / 8) * 8);
            Remember(at, 8);
            Put(at, pointer);
        }
    }

    private byte[] Remember(long at, int length)
    {
        byte[] former = Read(at, length);
        _changes.Add((at, former));
        return former;
    }

    private byte[] Read(long at, int length)
    {
        byte[] bytes = new byte[length];
        _file.Position = at;
        _file.ReadExactly(bytes);
        return bytes;
    }

    private void Put(long at, ReadOnlySpan<byte> bytes)
    {
        _file.Position = at;
        _file.Write(bytes);
    }
}
