using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Escapes in JSON what JSON must escape and what a terminal would act on, and leaves all that can be read as it is.</summary>
internal sealed unsafe class TerminalSafeEncoder : JavaScriptEncoder
{
    /// <summary>What nearly all text is made of: found to be harmless many characters at a time.</summary>
    private const string Harmless = " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    private static readonly SearchValues<char> s_harmless = SearchValues.Create(Harmless);
    private static readonly SearchValues<byte> s_harmlessBytes = SearchValues.Create(Encoding.ASCII.GetBytes(Harmless));

    public static TerminalSafeEncoder Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 12;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar is '"' or '\\' || !Rune.IsValid(unicodeScalar) || !Printable.Is(new Rune(unicodeScalar));

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        if (!rest.ContainsAnyExcept(s_harmless))
            return -1;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != OperationStatus.Done || WillEncode(rune.Value))
                return textLength - rest.Length;
            rest = rest[used..];
        }

        return -1;
    }

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) =>
        utf8Text.ContainsAnyExcept(s_harmlessBytes) ? base.FindFirstCharacterToEncodeUtf8(utf8Text) : -1;

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        if (unicodeScalar is '"' or '\\')
            return output.TryWrite($"\\{(char)unicodeScalar}", out numberOfCharactersWritten);
        if (unicodeScalar < 0x10000)
            return output.TryWrite(CultureInfo.InvariantCulture, $"\\u{unicodeScalar:x4}", out numberOfCharactersWritten);
        var high = 0xd800 + ((unicodeScalar - 0x10000) >> 10);
        var low = 0xdc00 + ((unicodeScalar - 0x10000) & 0x3ff);
        return output.TryWrite(CultureInfo.InvariantCulture, $"\\u{high:x4}\\u{low:x4}", out numberOfCharactersWritten);
    }
}
