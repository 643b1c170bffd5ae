namespace TaskFind.Captures;

/// <summary>How a capture begins; docs/captures.md has the whole format.</summary>
internal static class CaptureFormat
{
    /// <summary>What a reader of the version before cannot understand any more raises this.</summary>
    public const byte Major = 1;

    /// <summary>What a reader of the version before passes over, new sections and new fields, raises this.</summary>
    public const byte Minor = 3;

    /// <summary>The id of what ends the sections: the SHA-256 of all before it.</summary>
    public const int End = 0;

    /// <summary>Gets the bytes that a capture begins with: one that is no text, a name, and line ends that a transfer as text would change.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'T', (byte)'F', (byte)'C', (byte)'\r', (byte)'\n', 0x1a, (byte)'\n'];

    /// <summary>How many bytes there are in front of the packed sections: the magic and two for the version.</summary>
    public static int HeaderBytes => Magic.Length + 2;

    /// <summary>Gives the bytes in front of the packed sections.</summary>
    public static byte[] Header(byte major = Major, byte minor = Minor) => [.. Magic, major, minor];
}
