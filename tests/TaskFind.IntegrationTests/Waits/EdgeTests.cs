using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.IntegrationTests.Sites;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>Every await edge is known from both of its ends, and continuations of every shape lead to who waits.</summary>
public sealed class EdgeTests(WaitsViews views, ITestOutputHelper output) : IClassFixture<WaitsViews>
{
    private static readonly string[] s_awaitOthers =
    [
        "Delays.Periodic", "Streams.Reads", "Streams.WaitsToRead", "Streams.Writes", "ValueTasks.Custom", "ValueTasks.CustomStruct", "ValueTasks.OverSource",
    ];

    public static TheoryData<string, string> Views => Runtimes.Views;

    public static TheoryData<string> Frameworks => [.. Runtimes.All];

    [Theory, MemberData(nameof(Views))]
    public void Edges_are_confirmed_from_both_ends(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        var edges = new EdgeCheck(waits.Graph);

        output.WriteLine($"{framework} {view}: {edges.Confirmed} edges confirmed, {edges.AwaitDone.Count} await what is done, {edges.AwaitOthers.Count} await no task");
        Assert.True(edges.OneSided.Count == 0, string.Join('\n', edges.OneSided));
        Assert.True(edges.Confirmed >= 590);
        // What it awaits was completed, and its continuation has gone to a context that does not run it.
        Assert.Equal("Schedulers.ReadyInContext", Assert.Single(edges.AwaitDone).Method?.DisplayName);
        Assert.Equal(s_awaitOthers, edges.AwaitOthers.Select(e => e.Waiter.Method?.DisplayName).OfType<string>().Order());
    }

    [Theory, MemberData(nameof(Frameworks))]
    public void What_is_no_task_refers_to_its_waiter(string framework)
    {
        WaitsView waits = views.Of(framework, "dump");
        using var objects = new DumpObjects(waits.Dump!);

        // The source or awaiter keeps the waiter's box, or a delegate of it.
        Assert.All(
            new EdgeCheck(waits.Graph).AwaitOthers,
            e => Assert.True(objects.Reaches(e.Awaited.Address, e.Waiter.Address, hops: 2), $"{e.Awaited} does not refer to {e.Waiter.Method?.DisplayName}"));
    }

    [Theory, MemberData(nameof(Views))]
    public void A_list_of_continuations_is_taken_apart(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);
        StandingFact blocked = waits.Standing("SharedBlocked");
        IReadOnlyList<Continuation> continuations = waits.Task(blocked.WaitsFor![0]).Continuations;

        Assert.Equal(
            ["Shared.Continue", "Shared.FirstWaiter", "Shared.SecondWaiter", "Shared.ThirdWaiter"],
            continuations.Select(c => c.Waiter?.Method?.DisplayName).OfType<string>().Order());
        Assert.Equal(
            ["Shared.Called", "Shared.CalledBare"],
            continuations.Where(c => c.Kind == ContinuationKind.Delegate).Select(c => c.Method?.DisplayName).Order());
        Assert.Equal(waits.Thread(blocked.Thread!.Value), Assert.Single(continuations, c => c.Kind == ContinuationKind.BlockedThread).Thread);
        Assert.Equal(7, continuations.Count);
    }

    [Theory, MemberData(nameof(Views))]
    public void A_captured_context_or_scheduler_is_named(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        Continuation scheduler = Assert.Single(waits.One("Schedulers.CapturesScheduler").Awaits!.Value.Continuations);
        Continuation context = Assert.Single(waits.One("Schedulers.CapturesContext").Awaits!.Value.Continuations);

        Assert.Equal("TaskScheduler StuckScheduler", scheduler.Via);
        Assert.Equal("SynchronizationContext StuckContext", context.Via);
    }
}
