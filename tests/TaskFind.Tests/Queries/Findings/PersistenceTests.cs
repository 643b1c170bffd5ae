using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Findings;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Queries.Findings;

/// <summary>Only what was known again in every look is stuck.</summary>
public sealed class PersistenceTests
{
    [Fact]
    public void The_same_tasks_at_the_same_awaits_are_stuck()
    {
        var finding = Check(Look(0, 20), Look(2, 20), Look(4, 20));
        Assert.Equal(new Persistence(3, TimeSpan.FromSeconds(4), 20, 20) { WasAlwaysThere = true }, finding.Persistence);
        Assert.Equal("stuck: the same 20 at the same places in 3 looks over 4.0s", FindingText.Persistence(finding));
    }

    [Fact]
    public void Others_each_time_are_not()
    {
        var finding = Check(Look(0, 20), Look(2, 20, skip: 100));
        Assert.False(finding.Persistence!.IsStuck);
        Assert.Equal(0, finding.Persistence.Same);
        Assert.Equal("there in 2 looks over 2.0s, but none of the 20 could be known again: they may be others each time", FindingText.Persistence(finding));
    }

    [Fact]
    public void Some_are()
    {
        var finding = Check(Look(0, 15), Look(2, 20));
        Assert.Equal(15, finding.Persistence!.Same);
        Assert.False(finding.Persistence.IsStuck);
    }

    [Fact]
    public void A_task_that_awaits_another_object_by_now_has_moved()
    {
        var (before, after) = (Loop(awaited: 0), Loop(awaited: 1));
        var matching = TaskMatching.Of(before, after);
        var now = Assert.Single(after.Nodes, n => n.Method is not null);
        Assert.Equal("Task-7", matching.BeforeOf(now)?.DisplayName);
        Assert.False(matching.StandsStill(now));
    }

    [Fact]
    public void Nothing_of_another_process_is_known_again()
    {
        var other = Look(2, 20, pid: 4712);
        var matching = TaskMatching.Of(Look(0, 20), other);
        Assert.False(matching.IsSameProcess);
        Assert.All(other.Nodes, n => Assert.Null(matching.BeforeOf(n)));
    }

    [Fact]
    public void What_two_tasks_have_in_common_names_neither()
    {
        var before = Twins();
        var after = Twins();
        Assert.All(after.Nodes, n => Assert.Null(TaskMatching.Of(before, after).BeforeOf(n)));
    }

    private static Finding Check(params TaskGraph[] looks) => Assert.Single(PersistentFindings.Check(looks, r => r.Name == "stuck-behind"));

    private static TaskGraph Look(int second, int waiters, int skip = 0, int pid = 4711)
    {
        var maker = new GraphMaker();
        maker.Builder.TakenAt = new DateTimeOffset(2026, 1, 2, 3, 4, second, TimeSpan.Zero);
        maker.Builder.Target = maker.Builder.Target with { Pid = pid };
        for (var i = 0; i < skip; i++)
            maker.Promise("Task", TaskState.Finished);
        for (var i = 0; i < waiters; i++)
            maker.AwaitsPromise(maker.Async("Pool.RentAsync()", "Pool.cs:12"), "Task<bool>", new WaitRow { Kind = WaitKind.Semaphore, Count = 0, Position = i + 1, Total = waiters, Owner = 0x5000 });
        return maker.Build();
    }

    private static TaskGraph Loop(int awaited)
    {
        var maker = new GraphMaker();
        var loop = maker.Async("Shop.Loop()", "Shop.cs:3", id: 7);
        for (var i = 0; i < 2; i++)
        {
            var delay = maker.Waits(maker.Promise("Task"), new WaitRow { Kind = WaitKind.Delay, Left = 800, Of = 1000 });
            if (i == awaited)
                maker.Awaits(loop, delay);
        }

        return maker.Build();
    }

    // Two rows at one address: nobody can tell which is which.
    private static TaskGraph Twins()
    {
        var maker = new GraphMaker();
        var (one, two) = (maker.Async("Shop.Twin()", "Shop.cs:3"), maker.Async("Shop.Twin()", "Shop.cs:3"));
        maker.Builder[two].Address = maker.Builder[one].Address;
        return maker.Build();
    }
}
