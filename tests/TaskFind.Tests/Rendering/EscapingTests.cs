using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

public sealed class EscapingTests
{
    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("it's \"so\"", @"'it\'s ""so""'")]
    [InlineData("a\\b", @"'a\\b'")]
    [InlineData("\u001b[31m", @"'\x1b[31m'")]
    [InlineData("\r\n\t\0\u007f", @"'\r\n\t\x00\x7f'")]
    [InlineData("\u0085\u009b", @"'\x85\x9b'")]
    [InlineData("\u2028\u2029\u202e\u2066\u200f\u061c\u200b\ufeff", @"'\u2028\u2029\u202e\u2066\u200f\u061c\u200b\ufeff'")]
    [InlineData("\U000e0041", @"'\U000e0041'")]
    [InlineData("ä日本\U0001f600", "'ä日本\U0001f600'")]
    [InlineData("", "''")]
    public void Quoted_as_Python_does(string text, string quoted) => Assert.Equal(quoted, Escaping.Quoted(text));

    [Fact]
    public void Lone_surrogates_are_escaped() => Assert.Equal(@"'\udc00\ud800'", Escaping.Quoted("\udc00\ud800"));

    [Fact]
    public void Cut_at_200_characters()
    {
        Assert.Equal($"'{new string('x', 200)}'", Escaping.Quoted(new string('x', 200)));
        Assert.Equal($"'{new string('x', 200)}'...", Escaping.Quoted(new string('x', 201)));
        Assert.Equal(new string('x', 200) + "...", Escaping.Text(new string('x', 500)));
        Assert.Equal(500, Escaping.Note(new string('x', 500)).Length);
        Assert.Equal(2003, Escaping.Note(new string('x', 5000)).Length);
    }

    [Theory]
    [InlineData("Task<int>")]
    [InlineData("Dictionary<string, List<int[]>>")]
    [InlineData("Task<(int, string)>")]
    [InlineData("Outer<T>.Inner.Run<K>")]
    [InlineData("Main.<lambda>")]
    [InlineData("Basic.IThing.DoAsync")]
    [InlineData("Worker..ctor")]
    [InlineData("int?")]
    [InlineData("<Run>g__Local|0_1")]
    [InlineData("Größe")]
    [InlineData("0.8s")]
    [InlineData("src/OrderRepo.cs")]
    public void What_C_sharp_writes_needs_no_quotes(string text) => Assert.Equal(text, Escaping.Value(text));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a,b")]
    [InlineData("a:b")]
    [InlineData("a=b")]
    [InlineData("a->b")]
    [InlineData("<a->")]
    [InlineData("f(x)")]
    [InlineData("<2 more>")]
    [InlineData("...")]
    [InlineData("List<int")]
    [InlineData("List<(int>)")]
    [InlineData("]")]
    [InlineData("'a'")]
    public void What_the_grammar_uses_is_quoted(string text) => Assert.Equal(Escaping.Quoted(text), Escaping.Value(text));

    [Theory]
    [InlineData(@"C:\src\Program.cs", "C:/src/Program.cs")]
    [InlineData("/src/My App/Program.cs", "'/src/My App/Program.cs'")]
    public void Paths_have_slashes(string path, string shown) => Assert.Equal(shown, Escaping.File(path));
}
