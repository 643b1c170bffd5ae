using TaskFind.Targets;

namespace TaskFind.Tool.Looking;

/// <summary>Recognises dump files among the words of a command line, before the words are understood.</summary>
internal static class DumpFile
{
    private const int CoreType = 4;

    /// <summary>Tells whether a word names a file that begins as a core dump or as a packed one does.</summary>
    public static bool IsLikely(string word)
    {
        // A pipe would wait for somebody to write.
        if (word.Length == 0 || word[0] == '-' || FileStatus.Of(word) is not { IsRegularFile: true })
            return false;
        try
        {
            using var file = File.OpenHandle(word);
            Span<byte> head = stackalloc byte[17];
            var length = RandomAccess.GetLength(file) == 0 ? 0 : RandomAccess.Read(file, head, 0);
            return length >= 2 && head[..2].SequenceEqual((ReadOnlySpan<byte>)[0x1f, 0x8b]) || length == head.Length && head.StartsWith("\x7fELF"u8) && head[16] == CoreType;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
