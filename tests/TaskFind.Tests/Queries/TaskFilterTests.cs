using TaskFind.Model;
using TaskFind.Queries;
using Xunit;

namespace TaskFind.Tests.Queries;

public sealed class TaskFilterTests
{
    private static readonly TaskGraph Sample = SampleGraph.Make();

    [Fact]
    public void By_default_the_programs_own_pending_methods()
    {
        var listing = new TaskFilter().Apply(Sample);
        Assert.All(listing.Tasks, n => Assert.True(n is { IsDone: false, IsFramework: false, Method: not null }));
        Assert.Equal((3, 7, 10), (listing.HiddenDone, listing.HiddenFramework, listing.HiddenPromises));
        Assert.Equal(Sample.Count, listing.Tasks.Count + 3 + 7 + 10);
    }

    [Fact]
    public void Everything_when_asked_for() =>
        Assert.Equal(Sample.Count, new TaskFilter { All = true, Framework = true, Promises = true }.Apply(Sample).Tasks.Count);

    [Theory]
    [InlineData("finished", 2)]
    [InlineData("Finished", 2)]
    [InlineData("cancelled", 1)]
    [InlineData("cancelling", 1)]
    [InlineData("faulted", 1)]
    [InlineData("Canceled", 1)]
    [InlineData("Running", 1)]
    [InlineData("Created", 1)]
    public void A_state_or_a_status(string word, int count) =>
        Assert.Equal(count, new TaskFilter { State = StateWord.TryParse(word) }.Apply(Sample).Tasks.Count);

    [Fact]
    public void What_is_being_cancelled_is_pending() =>
        Assert.Contains(new TaskFilter { State = StateWord.TryParse("pending") }.Apply(Sample).Tasks, n => n.State == TaskState.Cancelling);

    [Theory]
    [InlineData("waiting")]
    [InlineData("0")]
    [InlineData("pending,finished")]
    public void Other_words_are_no_state(string word) => Assert.Null(StateWord.TryParse(word));

    [Fact]
    public void A_pattern_that_names_the_framework_brings_it_back()
    {
        Assert.Equal(7, new TaskFilter { Method = MethodPattern.Parse("Frame.*") }.Apply(Sample).Tasks.Count);
        var relaxed = new TaskFilter { Method = MethodPattern.Parse("frame.*") }.Apply(Sample);
        Assert.Equal((7, true), (relaxed.Tasks.Count, relaxed.IgnoredCase));
    }
}
