using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

public sealed class CoverageTextTests
{
    [Fact]
    public void A_look_at_a_process() => Assert.Equal(
        [
            "50 tasks among 5,822,516 objects of Shop (pid 4711), seen in 1.2s; it stood still for 96 ms.",
            "Not read: line of Legacy.dll: no PDB for Legacy.dll (2 times)",
        ],
        CoverageText.Lines(SampleGraph.Make()));

    [Fact]
    public void A_capture_says_when_it_was_taken_and_that_the_process_stood_still_then()
    {
        var maker = new GraphMaker();
        maker.Builder.Target = maker.Builder.Target with { Kind = TargetKind.Capture };
        Assert.Equal(["0 tasks among 5,822,516 objects of Shop (pid 4711), captured at 2026-01-02 03:04:05Z; it stood still for 96 ms then."], CoverageText.Lines(maker.Build()));
        maker.Builder.Coverage = maker.Builder.Coverage with { Pause = TimeSpan.Zero };
        Assert.Equal(["0 tasks among 5,822,516 objects of Shop (pid 4711), captured at 2026-01-02 03:04:05Z."], CoverageText.Lines(maker.Build()));
    }

    [Fact]
    public void A_dump_does_not_stand_still_and_gaps_are_bounded()
    {
        var maker = new GraphMaker();
        maker.Builder.Target = new TargetInfo(TargetKind.Dump, null, "core.1", null, "x64");
        maker.Builder.Coverage = new Coverage { Objects = 1, Duration = TimeSpan.FromSeconds(75), CutShort = "the heap ends\u001b[0m" };
        for (var i = 0; i < 7; i++)
            maker.Builder.AddGap($"thing {i}", "no reason");
        var lines = CoverageText.Lines(maker.Build());
        Assert.Equal("0 tasks among 1 object of core.1, seen in 1m15s.", lines[0]);
        Assert.Equal(@"The look was cut short and tasks may be missing: the heap ends\x1b[0m", lines[1]);
        Assert.Equal("Not read: 2 more kinds of things; --format json lists them all.", lines[^1]);
        Assert.Equal(8, lines.Count);
    }
}
