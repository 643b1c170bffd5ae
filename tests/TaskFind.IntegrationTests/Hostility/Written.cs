using System.Globalization;
using System.Text;
using Xunit;

namespace TaskFind.IntegrationTests.Hostility;

/// <summary>Checks the bytes that the tool wrote.</summary>
internal static class Written
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What the tool itself tells a terminal: colours, and the line of progress.</summary>
    private static readonly string[] s_own = ["\e[31m", "\e[1m", "\e[0m", "\r\e[K"];

    /// <summary>Asserts that bytes are UTF-8 without a character that does anything but show itself, and returns their text.</summary>
    public static string AssertHarmless(byte[] bytes)
    {
        string text = s_strict.GetString(bytes);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Assert.True(IsHarmless(rune), $"U+{rune.Value:X4} was written raw: {Near(text, rune)}");
        }

        return text;
    }

    /// <summary>The same of what a terminal received, where the tool's own orders are allowed and lines end as a terminal wants it.</summary>
    public static string AssertHarmlessOnTerminal(byte[] bytes)
    {
        string text = s_own.Aggregate(s_strict.GetString(bytes), (rest, own) => rest.Replace(own, "", StringComparison.Ordinal));
        return AssertHarmless(s_strict.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal)));
    }

    // Written down anew: the tool's own list would prove nothing. Beyond what the issue names, no invisible character at all.
    private static bool IsHarmless(Rune rune) => rune.Value == '\n' ||
        (rune.Value is not (< 0x20 or (>= 0x7f and <= 0x9f) or 0x61c or (>= 0x200b and <= 0x200f) or (>= 0x2028 and <= 0x202e) or (>= 0x2060 and <= 0x206f) or 0xfeff) &&
         Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse));

    private static string Near(string text, Rune rune)
    {
        int at = text.IndexOf(rune.ToString(), StringComparison.Ordinal);
        string near = text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 20)];
        return string.Concat(near.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:x4}"));
    }
}
