using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Sites;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>Every named wait prints its own words.</summary>
public sealed class WordsTests(WaitsViews views) : IClassFixture<WaitsViews>
{
    private static readonly (string Method, string Live, string Dump)[] s_words =
    [
        ("Delays.Minute", @"Task\.Delay \[left:(5\d|4\d|3\d|2\d)\.\ds, of:1m00s\]", @"Task\.Delay \[left:<=(\d\d\.\ds|1m00s), of:1m00s\]"),
        ("Delays.MinuteWithToken", @"Task\.Delay \[left:(5\d|4\d|3\d|2\d)\.\ds, of:1m00s, cancellable\]", @"Task\.Delay \[left:<=(\d\d\.\ds|1m00s), of:1m00s, cancellable\]"),
        ("Delays.Hour", @"Task\.Delay \[left:59m\d\ds, of:1h00m\]", @"Task\.Delay \[left:<=(59m\d\ds|1h00m), of:1h00m\]"),
        ("Delays.ValueTasked", @"Task\.Delay \[left:1h59m, of:2h00m\]", @"Task\.Delay \[left:<=(1h59m|2h00m), of:2h00m\]"),
        ("Delays.Infinite", @"Task\.Delay \[infinite\]", ""),
        ("Delays.InfiniteWithToken", @"Task\.Delay \[infinite, cancel:29m\d\ds\]", @"Task\.Delay \[infinite, cancel:<=(29m\d\ds|30m00s)\]"),
        ("Delays.Periodic", @"PeriodicTimer \[left:14m\d\ds, period:15m00s\]", @"PeriodicTimer \[left:<=1[45]m\d\ds, period:15m00s\]"),
        ("Delays.TimedOut", @"Task\.WaitAsync \[left:(<=)?(19m\d\ds|20m00s), of:20m00s\], TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\]", ""),
        ("Sources.OrderService.InField", @"TaskCompletionSource<int> \[name:'field-order', field:'Sources\.OrderService\._orderReady'\]", ""),
        ("Sources.OrderService.InVoidField", @"TaskCompletionSource \[name:'field-shipped', field:'Sources\.OrderService\._shipped'\]", ""),
        ("Sources.InStatic", @"TaskCompletionSource<int> \[name:'static-order', field:'Sources\.s_static'\]", ""),
        ("Sources.InLocal", @"TaskCompletionSource<int> \[name:'local-order', field:'Sources\.InLocal\.local'\]", ""),
        ("Sources.Unnamed", @"TaskCompletionSource<string> \[field:'Sources\.Unnamed\.unnamed'\]", ""),
        ("Combinators.AllVoid", @"Task\.WhenAll \[left:2, TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\], TaskCompletionSource<string> \[name:'site-\d+', field:'Sites\.New\.source'\]\]", ""),
        ("Combinators.AllOfT", @"Task\.WhenAll \[left:2, of:3, (TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\](, )?){2}\]", ""),
        ("Combinators.AllOfMethods", @"Task\.WhenAll \[left:3, Combinators\.Branch\(\) at Combinators\.cs:60, <1 more>, Combinators\.Branch\(\) at Combinators\.cs:60\]", ""),
        ("Combinators.AllOfMany", @"Task\.WhenAll \[left:500, of:500, TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\], <498 more>, TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\]\]", ""),
        ("Combinators.AnyOfTwo", @"Task\.WhenAny \[of:2, (TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\](, )?){2}\]", ""),
        ("Combinators.AnyOfThree", @"Task\.WhenAny \[of:3, TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\], <1 more>, TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\]\]", ""),
        ("Combinators.AnyOfMethods", @"Task\.WhenAny \[of:2, (Combinators\.Branch\(\) at Combinators\.cs:60(, )?){2}\]", ""),
        ("Combinators.AllOverAny", @"Task\.WhenAll \[left:2, Task\.WhenAny \[of:2\], TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\]\]", ""),
        ("Locks.BehindHolder", @"SemaphoreSlim \[value:0, waiter:1/1, field:'Locks\.s_mutex'\]", ""),
        ("Locks.Timed", @"SemaphoreSlim\.WaitUntilCountOrTimeoutAsync\(\) at IL_[0-9a-f]{4} \[await:1/\d, callee:Task\.WaitAsync\], Task\.WaitAsync \[left:(<=)?(13m\d\ds|14m00s), of:14m00s\], SemaphoreSlim \[value:0, waiter:1/1, field:'Locks\.Timed\.own'\]", ""),
        ("Methods.First", @"Methods\.Second\(\) at Methods\.cs:20, Methods\.Third\(\) at Methods\.cs:25, TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\]", ""),
        ("Methods.Void", @"TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\]", ""),
        ("ValueTasks.Outer", @"ValueTasks\.PooledMiddle\(\) at ValueTasks\.cs:23, ValueTasks\.PooledInner\(\) at ValueTasks\.cs:30, TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\]", ""),
        ("ValueTasks.OverSource", "ParkedSource", ""),
        ("ValueTasks.AsTask", "ParkedSource", ""),
        ("ValueTasks.Custom", "CustomAwaiter", ""),
        ("ValueTasks.CustomStruct", "CustomAwaiter", ""),
        ("Streams.Reads", @"Channel<int> \[read, unbounded, items:0, waiter:1/1\]", ""),
        ("Streams.ReadsAsTask", @"Channel<string> \[read, unbounded, items:0, waiter:1/1\]", ""),
        ("Streams.WaitsToRead", @"Channel<int> \[waitToRead, unbounded, items:0, waiter:1/1\]", ""),
        ("Streams.Writes", @"Channel<string> \[write, items:1/1, waiter:1/1\]", ""),
        ("Delegates.AwaitsRunning", @"Delegates\.Running\(\) running at Delegates\.cs:42 on thread \d+", ""),
        ("Delegates.AwaitsUnwrapped", @"Delegates\.Async\(\) at Delegates\.cs:66, TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\]", ""),
        ("Delegates.After", @"TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\]", ""),
        ("Delegates.AfterAll", @"Task\.WhenAll \[left:2, of:2, (TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\](, )?){2}\]", ""),
        ("Schedulers.ReadyInContext", @"SynchronizationContext 'StuckContext' \[posted\]", ""),
        ("Schedulers.YieldedToContext", @"SynchronizationContext 'StuckContext' \[posted\]", ""),
        ("Schedulers.YieldedToScheduler", @"TaskScheduler 'StuckScheduler' \[queued\]", ""),
        ("Schedulers.Queued", @"TaskScheduler 'StuckScheduler' \[queued\]", ""),
    ];

    public static TheoryData<string, string> Views => Runtimes.Views;

    [Theory, MemberData(nameof(Views))]
    public void Every_site_is_found_where_it_stands(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        SiteScore score = new SiteCheck(waits.Graph, hasLines: true).Score($"Waits, {framework}, {view}", waits.Sites);

        score.AssertAllRight();
        Assert.Equal(68, score.Awaited);
    }

    [Theory, MemberData(nameof(Views))]
    public void Every_wait_has_its_words(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        Assert.All(s_words, w =>
        {
            string words = view == "dump" && w.Dump.Length > 0 ? w.Dump : w.Live;
            Assert.Matches($"^(?:{words})$", waits.Repr.WaitsFor(waits.One(w.Method)) ?? "");
        });
    }

    [Theory, MemberData(nameof(Views))]
    public void A_queue_of_waiters_is_numbered(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        string?[] words = [.. waits.Pending("Locks.Waiter").OrderBy(n => n.Id!.Value.Value).Select(waits.Repr.WaitsFor)];

        Assert.Equal(Enumerable.Range(1, 4).Select(i => $"SemaphoreSlim [value:0, waiter:{i}/4, field:'Locks.s_closed']"), words);
    }

    [Theory, MemberData(nameof(Views))]
    public void Time_left_is_the_whole_less_the_programs_age_at_the_most(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        DelayWait[] delays = [.. waits.Graph.Nodes.Select(n => n.Wait).OfType<DelayWait>().Where(d => !d.IsInfinite)];

        Assert.True(delays.Length >= 4);
        Assert.All(delays, d =>
        {
            Assert.NotNull(d.Of);
            Assert.InRange(d.Of!.Value - d.Left!.Value, TimeSpan.Zero, waits.Age);
            Assert.Equal(view == "dump", d.IsBound);
        });
    }
}
