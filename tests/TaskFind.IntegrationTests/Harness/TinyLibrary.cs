using System.Buffers.Binary;
using System.Text;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>Makes shared libraries of a few hundred bytes that do one thing when they are loaded, without a compiler.</summary>
internal static class TinyLibrary
{
    private const int DynamicAt = 64 + (3 * 56), HashAt = DynamicAt + (9 * 16), SymbolsAt = HashAt + 16, StringsAt = SymbolsAt + 24, CodeAt = StringsAt + 8;

    /// <summary>One that does nothing.</summary>
    public static void WriteHarmless(string path) => Write(path, [0xc3]);

    /// <summary>One that makes an empty file, which then belongs to whoever loaded it.</summary>
    public static void WriteMarking(string path, string marker) => Write(path,
    [
        0x48, 0x8d, 0x3d, 0x12, 0, 0, 0, // lea rdi, [the path behind this code]
        0xbe, 0x41, 0, 0, 0, // mov esi, O_CREAT | O_WRONLY
        0xba, 0xa4, 1, 0, 0, // mov edx, 0644
        0xb8, 2, 0, 0, 0, // mov eax, open
        0x0f, 0x05, 0xc3, // syscall; ret
        .. Encoding.UTF8.GetBytes(marker + "\0"),
    ]);

    /// <summary>One that never comes back.</summary>
    public static void WriteHanging(string path) => Write(path, [0xeb, 0xfe]);

    /// <summary>One that reads address zero.</summary>
    public static void WriteCrashing(string path) => Write(path, [0x8b, 0x04, 0x25, 0, 0, 0, 0, 0xc3]);

    private static void Write(string path, byte[] code)
    {
        byte[] file = new byte[CodeAt + code.Length];
        byte[] head = [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1];
        head.CopyTo(file, 0);
        Put(file, 16, 3, 2); // ET_DYN
        Put(file, 18, 62, 2); // x86-64
        Put(file, 20, 1, 4);
        Put(file, 32, 64, 8); // program headers
        Put(file, 52, 64, 2);
        Put(file, 54, 56, 2);
        Put(file, 56, 3, 2);
        Segment(file, 0, type: 1, flags: 7, at: 0, file.Length, align: 4096);
        Segment(file, 1, type: 2, flags: 6, DynamicAt, 9 * 16, align: 8);
        Segment(file, 2, type: 0x6474e551, flags: 6, at: 0, 0, align: 16); // PT_GNU_STACK: its stack needs not be executable
        (int Tag, int Value)[] dynamic = [(4, HashAt), (5, StringsAt), (6, SymbolsAt), (10, 1), (11, 24), (12, CodeAt)];
        for (int i = 0; i < dynamic.Length; i++)
        {
            Put(file, DynamicAt + (i * 16), dynamic[i].Tag, 8);
            Put(file, DynamicAt + (i * 16) + 8, dynamic[i].Value, 8);
        }

        Put(file, HashAt, 1, 4); // one bucket, one symbol, the empty one
        Put(file, HashAt + 4, 1, 4);
        code.CopyTo(file, CodeAt);
        File.WriteAllBytes(path, file);
    }

    private static void Segment(byte[] file, int index, int type, int flags, int at, int size, int align)
    {
        int entry = 64 + (index * 56);
        Put(file, entry, type, 4);
        Put(file, entry + 4, flags, 4);
        Put(file, entry + 8, at, 8);
        Put(file, entry + 16, at, 8);
        Put(file, entry + 24, at, 8);
        Put(file, entry + 32, size, 8);
        Put(file, entry + 40, size, 8);
        Put(file, entry + 48, align, 8);
    }

    private static void Put(byte[] file, int at, long value, int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        bytes[..size].CopyTo(file.AsSpan(at));
    }
}
