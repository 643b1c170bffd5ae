using System.Text;
using TaskFind.Scanning.Code;
using Xunit;

namespace TaskFind.Tests.Code;

/// <summary>Paths of a PDB become paths of a repository.</summary>
public sealed class SourceLinkTests
{
    [Theory]
    [InlineData("/_/src/Order.cs", "src/Order.cs")]
    [InlineData("/_/sub/module/a.cs", "sub/module/a.cs")]
    [InlineData("/home/me/shop/src/Order.cs", "src/Order.cs")]
    [InlineData("C:\\build\\shop\\src\\Order.cs", "src/Order.cs")]
    [InlineData("/home/me/other/Order.cs", null)]
    [InlineData("/_/../etc/passwd", null)]
    [InlineData("/_//etc/passwd", null)]
    [InlineData("/_/a/./b.cs", null)]
    [InlineData("/_/a\nb.cs", null)]
    [InlineData("/_/", null)]
    public void A_path_within_the_repository(string file, string? expected)
    {
        var map = SourceLinkMap.Parse(Encoding.UTF8.GetBytes("""{"documents":{"/_/*":"https://x/1/*","/home/me/shop/*":"https://x/1/*","C:\\build\\shop\\*":"https://x/1/*","/home/me/other/One.cs":"https://x"}}"""));
        Assert.Equal(expected, map.RepoPath(file));
    }

    [Theory, InlineData(""), InlineData("null"), InlineData("[]"), InlineData("{\"documents\":[1]}"), InlineData("{\"documents\":{\"a\":1}}"), InlineData("{")]
    public void A_map_that_makes_no_sense_says_nothing(string json)
    {
        var map = SourceLinkMap.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Null(map.RepoPath("/home/me/shop/Order.cs"));
        Assert.Equal("Order.cs", map.RepoPath("/_/Order.cs"));
    }
}
