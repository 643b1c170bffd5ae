using Xunit;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>The target programs do what they promise, before anybody looks at them.</summary>
public sealed class ProgramTests
{
    public static TheoryData<string, string> AwaitSites => new()
    {
        { "AwaitSites", Runtimes.Net8 },
        { "AwaitSites", Runtimes.Net9 },
        { "AwaitSites", Runtimes.Net10 },
        { "AwaitSites.Release", Runtimes.Net8 },
        { "AwaitSites.Release", Runtimes.Net9 },
        { "AwaitSites.Release", Runtimes.Net10 },
        { "AwaitSites.Embedded", Runtimes.Net10 },
        { "AwaitSites.NoPdb", Runtimes.Net10 },
    };

    [Theory, MemberData(nameof(AwaitSites))]
    public void AwaitSites_parks_everywhere_and_ends(string name, string framework)
    {
        using TargetProcess target = TargetProcess.Start(name, framework);

        IReadOnlyList<SiteFact> sites = SiteFact.ReadAll(target);

        Assert.Equal(174, sites.Count);
        Assert.Equal(sites.Count, sites.DistinctBy(s => s.Number).Count());
        Assert.All(sites, s => Assert.InRange(s.Line, s.Start, s.End));
        // Two awaits never name the same object, or the test of the awaited object would prove nothing.
        string[] names = [.. sites.Select(s => s.Awaits).OfType<string>()];
        Assert.Equal(names.Length, names.Distinct().Count());
        int[] ids = [.. sites.Select(s => s.AwaitsId).OfType<int>()];
        Assert.Equal(ids.Length, ids.Distinct().Count());

        target.Send("go");
        Assert.Equal("finished 160", target.ReadLine());
        target.Send("quit");
        Assert.Equal(0, target.WaitForExit());
    }
}
