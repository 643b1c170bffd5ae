using TaskFind.Model;
using TaskFind.Scanning.Walking;
using Xunit;

namespace TaskFind.Tests.Scanning;

public sealed class WalkGapsTests
{
    [Fact]
    public void That_there_are_more_gaps_than_are_counted_is_one_too()
    {
        var gaps = new WalkGaps();
        for (var i = 0; i < Limits.Scan.GapsOfAWalk; i++)
            gaps.Add("part of the heap", "torn");
        Assert.All(gaps.All, g => Assert.Equal("torn", g.Why));

        gaps.Add("part of the heap", "torn");
        gaps.Add("part of the heap", "torn");

        Assert.Equal(Limits.Scan.GapsOfAWalk + 1, gaps.All.Count);
        Assert.Equal(("part of the heap", "more places like these were not counted"), gaps.All[^1]);
    }
}
