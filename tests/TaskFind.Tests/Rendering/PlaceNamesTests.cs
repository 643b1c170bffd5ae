using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

public sealed class PlaceNamesTests
{
    [Fact]
    public void As_many_folders_as_it_takes()
    {
        string[] files = ["/a/x/Program.cs", "/b/x/Program.cs", "/b/y/Program.cs", "/a/Only.cs", @"C:\src\Win.cs", "Bare.cs", "/deep/Bare.cs", "", "/"];
        var maker = new GraphMaker();
        foreach (var file in files)
            maker.Async("A.B()", file + ":1");
        var names = PlaceNames.For(maker.Build());
        Assert.Equal(["a/x/Program.cs", "b/x/Program.cs", "y/Program.cs", "Only.cs", "Win.cs", "Bare.cs", "deep/Bare.cs"], files[..7].Select(f => names[f]));
    }

    [Fact]
    public void Paths_that_differ_too_far_up_keep_all_of_it()
    {
        var tail = string.Concat(Enumerable.Repeat("/d", 100_000)) + "/Program.cs";
        var maker = new GraphMaker();
        maker.Async("A.B()", "/a" + tail + ":1");
        maker.Async("A.B()", "/b" + tail + ":1");
        var names = PlaceNames.For(maker.Build());
        Assert.NotEqual(names["/a" + tail], names["/b" + tail]);
    }
}
