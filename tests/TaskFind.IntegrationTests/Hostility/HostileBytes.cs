using System.Text;

namespace TaskFind.IntegrationTests.Hostility;

/// <summary>What is written over the underscores in the names of the Hostile program, one kind for each digit in front of them.</summary>
internal static class HostileBytes
{
    /// <summary>C0 without NUL, DEL, and orders: reset, save, scroll.</summary>
    public static string Controls { get; } = Range(0x01, 0x1f) + "\u007f\ec\e7\eM";

    /// <summary>Orders and markup with brackets, which mean something else in the name of a type.</summary>
    public static string Brackets { get; } = "\e[2J\e[31m\e]0;pwned\a\e]52;c;cHdu\a\rover[red]mark[/]";

    /// <summary>C1, and orders that begin with one.</summary>
    public static string Uppers { get; } = Range(0x80, 0x9f) + "\u009b31m\u009d0;x\u009c";

    /// <summary>What breaks lines, turns their direction, or cannot be seen.</summary>
    public static string Marks { get; } =
        "\u2028\u2029\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b\u200c\u200d\u2060\u00ad\u180e\ufff9\u00a0\u3000\U000e0041";

    /// <summary>What is no UTF-8: bytes that never occur, an overlong NUL, a surrogate, one beyond the last, and beginnings without an end.</summary>
    public static byte[] Broken { get; } = [0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, (byte)'x', 0xed, 0xb0, 0x80, 0xf4, 0x90, 0x80, 0x80, 0x9b, 0xe2, 0x80, (byte)'y', 0xc2];

    /// <summary>Gives the bytes for a digit.</summary>
    public static byte[] For(char digit) => digit switch
    {
        '1' => Encoding.UTF8.GetBytes(Controls),
        '2' => Encoding.UTF8.GetBytes(Uppers),
        '3' => Encoding.UTF8.GetBytes(Marks),
        '5' => Encoding.UTF8.GetBytes(Brackets),
        _ => Broken,
    };

    /// <summary>Writes over every long run of underscores in a file what belongs to the digit in front of it; over a 9 and its run, a folder's path.</summary>
    public static void WriteOver(byte[] file, string folder)
    {
        const int shortest = 40;
        for (int from = 1; from < file.Length; from++)
        {
            int run = file.AsSpan(from).IndexOfAnyExcept((byte)'_') is var length && length < 0 ? file.Length - from : length;
            if (run >= shortest)
            {
                char digit = (char)file[from - 1];
                Span<byte> room = digit == '9' ? file.AsSpan(from - 1, run + 1) : file.AsSpan(from, run);
                if (digit == '9')
                {
                    room.Fill((byte)'/');
                }

                (digit == '9' ? Encoding.UTF8.GetBytes(folder.TrimStart('/')) : For(digit)).CopyTo(room);
            }

            from += run;
        }
    }

    private static string Range(int from, int to) => string.Concat(Enumerable.Range(from, to - from + 1).Select(c => (char)c));
}
