using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>What holds a source or semaphore, how timers and tokens stand, and what older patterns wait for.</summary>
public sealed class PrimitiveWordsTests(PrimitivesViews views) : IClassFixture<PrimitivesViews>
{
    private const string TwoHours = @"(1h59m|2h00m)";
    private const string ThreeHours = @"(2h59m|3h00m)";
    private const string FourHours = @"(3h59m|4h00m)";
    private const string Quarter = @"(14m\d\ds|15m00s)";

    /// <summary>The words by method; a place for the bound sign is marked with a tilde.</summary>
    private static readonly (string Method, string Words)[] s_words =
    [
        ("Sources.OrderService.InField", @"TaskCompletionSource<int> \[field:'Sources\.OrderService\._ready'\]"),
        ("Sources.OrderService.InProperty", @"TaskCompletionSource<int> \[field:'Sources\.OrderService\.Shipped'\]"),
        ("Sources.OrderService.InBaseField", @"TaskCompletionSource \[field:'Sources\.ServiceBase\._started'\]"),
        ("Sources.OrderService.InDerivedSource", @"Sources\.Reply \[field:'Sources\.OrderService\._reply'\]"),
        ("Sources.InStatic", @"TaskCompletionSource<int> \[field:'Sources\.s_static'\]"),
        ("Sources.InClosure", @"TaskCompletionSource \[field:'Sources\.InClosure\.ready'\]"),
        ("Sources.InLocal", @"TaskCompletionSource<int> \[field:'Sources\.InLocal\.local'\]"),
        ("Sources.InParameter", @"TaskCompletionSource \[field:'Sources\.InParameter\.parameter'\]"),
        ("Sources.InStaticDictionary", @"TaskCompletionSource<string> \[field:'Sources\.s_replies', in:Dictionary<int, TaskCompletionSource<string>>\]"),
        ("Sources.Registry.InDictionary", @"TaskCompletionSource \[field:'Sources\.Registry\._pending', in:Dictionary<int, TaskCompletionSource>\]"),
        ("Sources.Registry.InConcurrentDictionary", @"TaskCompletionSource<int> \[field:'Sources\.Registry\._calls', in:ConcurrentDictionary<string, TaskCompletionSource<int>>\]"),
        ("Sources.Registry.InList", @"TaskCompletionSource \[field:'Sources\.Registry\._list', in:List<TaskCompletionSource>\]"),
        ("Sources.Registry.InQueue", @"TaskCompletionSource \[field:'Sources\.Registry\._queue', in:Queue<TaskCompletionSource>\]"),
        ("Sources.Registry.InArray", @"TaskCompletionSource \[field:'Sources\.Registry\._array', in:TaskCompletionSource\[\]\]"),
        ("Semaphores.DbPool.RentAsync", @"SemaphoreSlim \[value:0, waiter:1/2, field:'Semaphores\.DbPool\._slots'\]"),
        ("Semaphores.DbPool.RentLaterAsync", @"SemaphoreSlim \[value:0, waiter:2/2, field:'Semaphores\.DbPool\._slots'\]"),
        ("Semaphores.DbPool.StripeAsync", @"SemaphoreSlim \[value:0, waiter:1/1, field:'Semaphores\.DbPool\._stripes', in:SemaphoreSlim\[\]\]"),
        ("Semaphores.DbPool.TimedAsync", $@"SemaphoreSlim\.WaitUntilCountOrTimeoutAsync\(\) at IL_[0-9a-f]{{4}} \[await:1/\d, callee:Task\.WaitAsync\], Task\.WaitAsync \[left:~{TwoHours}, of:2h00m, cancel:~{ThreeHours}\], SemaphoreSlim \[value:0, waiter:1/1, field:'Semaphores\.DbPool\._timed'\]"),
        ("Semaphores.Static", @"SemaphoreSlim \[value:0, waiter:1/1, field:'Semaphores\.s_gate'\]"),
        ("Timers.Periodic", $@"PeriodicTimer \[left:~{Quarter}, period:15m00s\]"),
        ("Timers.PeriodicWithToken", $@"PeriodicTimer \[left:~{Quarter}, period:15m00s, cancellable\]"),
        ("Timers.DelayWithToken", $@"Task\.Delay \[left:~{TwoHours}, of:2h00m, cancellable\]"),
        ("Timers.DelayWithTimedToken", $@"Task\.Delay \[left:~{FourHours}, of:4h00m, cancel:~{ThreeHours}\]"),
        ("Timers.DelayWithLinkedToken", $@"Task\.Delay \[left:~{FourHours}, of:4h00m, cancel:~{ThreeHours}\]"),
        ("Timers.DelayOfOtherProvider", @"Task\.Delay \[timer:Timers\.FrozenTime\.FrozenTimer\]"),
        ("Timers.WaitWithTimeout", $@"Task\.WaitAsync \[left:~{Quarter}, of:15m00s\], Timers\.Slow\(\) at Timers\.cs:50, Task\.Delay \[left:~{TwoHours}, of:2h00m\]"),
        ("Timers.WaitWithToken", $@"Task\.WaitAsync \[cancel:~{ThreeHours}\], TaskCompletionSource<int>"),
        ("Joins.ForEach", @"Parallel\.ForEachAsync \[workers:3\]"),
        ("Joins.Begun", @"TaskFactory\.FromAsync"),
    ];

    public static TheoryData<string, string> Views => Runtimes.Views;

    [Theory, MemberData(nameof(Views))]
    public void Every_wait_has_its_words(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);
        var repr = new Repr(graph);

        Assert.All(s_words, w => Assert.Matches(
            $"^(?:{w.Words.Replace("~", view == "dump" ? "<=" : "", StringComparison.Ordinal)})$",
            repr.WaitsFor(Assert.Single(graph.Nodes, n => n.Method?.DisplayName == w.Method)) ?? ""));
    }

    [Theory, MemberData(nameof(Views))]
    public void A_timer_that_nobody_serves_is_overdue_and_in_a_dump_only_where_that_is_proved(string framework, string view)
    {
        TaskNode late = Assert.Single(views.Of(framework, view).Nodes, n => n.Method?.DisplayName == "Starved.Late");

        DelayWait wait = Assert.IsType<DelayWait>(late.Wait);

        Assert.Equal((TimeSpan.FromMilliseconds(100), view == "dump"), (wait.Of, wait.IsBound));
        Assert.True(view == "dump" ? wait.Left <= wait.Of : wait.Left < TimeSpan.Zero, $"{wait.Left}");
        Assert.Matches(view == "dump" ? @" \[(left:<=|overdue:>=)\S+, of:0\.1s\]>" : @" \[overdue:\d+\.\ds, of:0\.1s\]>", new Repr(views.Of(framework, view)).Line(late));
    }

    [Theory, MemberData(nameof(Views))]
    public void WhenEach_names_the_tasks_that_are_left(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);
        TaskNode[] each = [.. graph.Nodes.Where(n => n.Method?.DisplayName == "Joins.Each")];

        Assert.Equal(framework == Runtimes.Net8 ? 0 : 1, each.Length);
        Assert.All(each, n => Assert.EndsWith(
            ", Task.WhenEach [left:2, Joins.Part() at Joins.cs:38, Joins.Part() at Joins.cs:38]", new Repr(graph).WaitsFor(n), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Views))]
    public void The_loser_of_a_WhenAny_is_abandoned_and_nothing_else(string framework, string view)
    {
        TaskNode abandoned = Assert.Single(views.Of(framework, view).Nodes, n => n.IsAbandoned);

        Assert.Equal(TimeSpan.FromHours(9), Assert.IsType<DelayWait>(abandoned.Wait).Of);
    }

    [Theory, MemberData(nameof(Views))]
    public void The_whole_look_leaves_no_gap(string framework, string view) => Assert.Empty(views.Of(framework, view).Coverage.Gaps);
}
