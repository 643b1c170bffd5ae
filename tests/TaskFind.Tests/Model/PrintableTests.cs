using System.Text;
using TaskFind.Model;
using Xunit;

namespace TaskFind.Tests.Model;

/// <summary>The one list of what may reach a terminal, against the lists of those who have been attacked that way.</summary>
public sealed class PrintableTests
{
    /// <summary>First and last of each range of characters that steer a terminal, turn the direction of a text, break lines or hide.</summary>
    public static TheoryData<int, int> Dangerous => new()
    {
        { 0x00, 0x1f }, { 0x7f, 0x9f }, { 0x00ad, 0x00ad }, { 0x061c, 0x061c }, { 0x180e, 0x180e }, { 0x200b, 0x200f }, { 0x2028, 0x202e },
        { 0x2060, 0x2064 }, { 0x2066, 0x206f }, { 0xfeff, 0xfeff }, { 0xfff9, 0xfffb }, { 0xe000, 0xf8ff }, { 0xe0001, 0xe0001 }, { 0xe0020, 0xe007f },
    };

    [Theory, MemberData(nameof(Dangerous))]
    public void Dangerous_characters_become_escapes(int first, int last)
    {
        for (int value = first; value <= last; value++)
        {
            string text = Printable.Line("a" + new Rune(value) + "b");

            Assert.StartsWith("a\\", text, StringComparison.Ordinal);
            Assert.True(text.All(c => c is >= ' ' and <= '~'), $"U+{value:X4}");
        }
    }

    [Theory]
    [InlineData("plain text, 'quotes' and \\ backslashes")]
    [InlineData("… × └─ ├─ │")]
    [InlineData("Größe 日本 \U0001f600 e\u0301")]
    public void What_shows_itself_stays(string text) => Assert.Same(text, Printable.Line(text));

    [Fact]
    public void Half_a_character_becomes_an_escape() => Assert.Equal(@"\ud83d…\ude00", Printable.Line("\ud83d…\ude00"));

    [Fact]
    public void A_line_is_cut_where_it_is_told()
    {
        Assert.Equal("abc...", Printable.Line("abcd", 3));
        Assert.Equal("\U0001f600\U0001f600", Printable.Line("\U0001f600\U0001f600", 2));
        Assert.Equal(@"\x1b\x1b...", Printable.Line("\e\e\e", 2));
    }
}
