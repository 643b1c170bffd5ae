using System.Globalization;
using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.IntegrationTests.Tool;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>The requests of an ASP.NET Core application, found by their paths down to what they wait for.</summary>
public sealed class RequestTests
{
    private const int CheckOuts = 120, Orders = 79;

    [Fact]
    public async Task Two_hundred_requests_are_found_by_path_and_route_with_their_ages()
    {
        using var web = new WebTarget(CheckOuts + Orders + 1);
        for (var i = 0; i < CheckOuts; i++)
            web.Send("GET", $"/checkout/{i}?token=secret");
        for (var i = 0; i < Orders; i++)
            web.Send("POST", $"/orders/{i}");
        using HttpClient http2 = web.SendOverHttp2("/slow");
        await web.AnswerAndKeepAliveAsync("/");
        TaskGraph live = Look.At(web.Ready());
        AssertOneScreen(web.Process.Pid.ToString(CultureInfo.InvariantCulture));

        AssertFound(live);
        Assert.All(live.Requests, r => Assert.InRange(r.Age!.Value, TimeSpan.Zero, web.Age));
        using TargetDump dump = TargetDump.Take(web.Process);
        TaskGraph dumped = Look.At(dump);
        AssertFound(dumped);
        Assert.All(dumped.Requests, r => Assert.Null(r.Age));
    }

    [Fact]
    public void Without_logging_there_is_no_age_to_tell()
    {
        using var web = new WebTarget(1, "dark");
        web.Send("GET", "/checkout/1");

        RequestInfo request = Assert.Single(Look.At(web.Ready()).Requests);

        Assert.Equal(("GET", "/checkout/1", "/checkout/{id}", null), (request.Method, request.Path, request.Route, request.Age));
    }

    /// <summary>Where all of them are, down to socket and semaphore, fits on one screen.</summary>
    private static void AssertOneScreen(string target)
    {
        const string semaphore = @"SemaphoreSlim \[value:0, waiters:120, field:'Shop\._slots'\]";
        const string socket = @"Socket \[receive, fd:\d+, local:'127\.0\.0\.1:\d+', peer:'127\.0\.0\.1:\d+', tcp:established\]";
        string[] overview = Lines(target), groups = Lines("list", target, "--group"), tree = Lines("tree", target);

        foreach (string[] lines in new[] { overview, groups, tree })
        {
            Assert.InRange(lines.Length, 5, 40);
        }

        Assert.Contains(overview, l => Regex.IsMatch(l, $@"^120 +{semaphore} +Shop\.ReserveAsync\(\) +Shop\.cs:\d+$"));
        Assert.Contains(overview, l => Regex.IsMatch(l, $@"^79 +{socket} +Shop\.QueryAsync\(\) +Shop\.cs:\d+$"));
        Assert.Contains(overview, l => Regex.IsMatch(l, @"^200 requests are being handled, the oldest for \d+(\.\d)?m?s:$"));
        Assert.Contains(overview, l => Regex.IsMatch(l, @"^  120  GET /checkout/\{id\}  oldest \S+$"));
        Assert.Contains(overview, l => l.StartsWith("Thread pool: ", StringComparison.Ordinal));
        Assert.Contains(groups, l => Regex.IsMatch(l, $@"^120 +pending +Shop\.CheckOutAsync\(\) +Shop\.cs:\d+ +{semaphore}$"));
        Assert.Contains(groups, l => Regex.IsMatch(l, $@"^79 +pending +Shop\.OrderAsync\(\) +Shop\.cs:\d+ +{socket}$"));
        Assert.Contains(tree, l => Regex.IsMatch(l, @"^… 120× Shop\.CheckOutAsync\(\) at Shop\.cs:\d+ \[request:'GET /checkout/\{id\}', oldest:\S+\]$"));
        Assert.Contains(tree, l => Regex.IsMatch(l, $@"^└─ 120× Shop\.ReserveAsync\(\) at Shop\.cs:\d+ waits for {semaphore}$"));
        Assert.Contains(tree, l => Regex.IsMatch(l, $@"^└─ 79× Shop\.QueryAsync\(\) at Shop\.cs:\d+ waits for {socket}$"));
        Assert.All(Lines("list", target, "--waits", "socket")[1..], l => Assert.EndsWith("POST /orders/", l.TrimEnd("0123456789".ToCharArray()), StringComparison.Ordinal));
    }

    private static string[] Lines(params string[] arguments)
    {
        ToolRun run = ToolRun.Of(arguments);
        Assert.True(run.ExitCode == 0, run.ToString());
        return run.Lines;
    }

    private static void AssertFound(TaskGraph graph)
    {
        var repr = new Repr(graph);
        Assert.Equal(CheckOuts + Orders + 1, graph.Requests.Count);
        Assert.Equal(CheckOuts + Orders + 1, graph.Find("/").Matches.Count);
        Assert.Equal(Orders, graph.Find("POST /orders/{id}").Matches.Count);
        Assert.All(graph.Find("/orders").Matches, n => Assert.Matches(@"Shop\.OrderAsync|<\d+ more>.*Shop\.QueryAsync\(\) at Shop\.cs:\d+, Socket \[receive, fd:\d+", repr.WaitsFor(n)!));
        TaskNode one = Assert.Single(graph.Find("/checkout/17").Matches);
        Assert.Matches(@"^<Task pending .* request=<Request \[method:GET, path:'/checkout/17', route:'/checkout/{id}'(, age:\S+)?\]> wait_for=<.*Shop\.ReserveAsync\(\) at Shop\.cs:\d+, SemaphoreSlim \[value:0, waiter:\d+/120, field:'Shop\._slots'[^]]*\]>", repr.Line(one));
        RequestInfo slow = Assert.Single(graph.Requests, r => r.Path == "/slow");
        Assert.Equal(("GET", "/slow"), (slow.Method, slow.Route));
        Assert.All(graph.Nodes.Where(n => n.Method?.DisplayName == "Shop.ReserveAsync"), n => Assert.Equal("/checkout/{id}", n.Request?.Route));
        Assert.Equal(CheckOuts, graph.Nodes.Where(n => n.Method?.DisplayName == "Shop.ReserveAsync").Select(n => n.Request).Distinct().Count());
    }
}
