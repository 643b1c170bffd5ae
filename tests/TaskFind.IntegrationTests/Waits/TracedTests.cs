using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Sites;
using TaskFind.IntegrationTests.Waits.Samples;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>While the runtime traces its tasks, boxes are of another class and continuations are wrapped.</summary>
[ShowsSamples("Waits, traced")]
public sealed class TracedTests(TracedViews views) : SampleTests, IClassFixture<TracedViews>
{
    public static TheoryData<string> Frameworks => [.. Runtimes.All];

    [Theory, MemberData(nameof(Frameworks))]
    public void The_runtime_does_trace(string framework)
    {
        WaitsView waits = views.Of(framework, "dump");
        using var objects = new DumpObjects(waits.Dump!);

        Assert.Contains("DebugFinalizableAsyncStateMachineBox<", objects.TypeName(waits.One("Methods.First").Address), StringComparison.Ordinal);
        Assert.True(objects.HasAny("AsyncMethodBuilderCore+ContinuationWrapper"));
    }

    [Theory, MemberData(nameof(Views))]
    public void Nothing_is_lost(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        new SiteCheck(waits.Graph, hasLines: true).Score($"Waits traced, {framework}, {view}", waits.Sites).AssertAllRight();
    }

    private protected override TaskGraph Look(string framework, string view) => views.Of(framework, view).Graph;
}
