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

    public static TheoryData<string> Frameworks => [.. Runtimes.All];

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
        AssertQuits(target);
    }

    [Theory, MemberData(nameof(Frameworks))]
    public void Waits_stands_in_every_wait_and_ends(string framework)
    {
        using TargetProcess target = TargetProcess.Start("Waits", framework);

        (IReadOnlyList<SiteFact> sites, IReadOnlyList<StandingFact> standings) = StandingFact.ReadAll(target);

        Assert.Equal(68, sites.Count);
        Assert.Equal(32, standings.Count);
        foreach (StandingFact blocked in standings.Where(s => s.Thread is not null))
        {
            Assert.Equal('S', ProcFiles.State(blocked.Thread!.Value));
        }

        target.Send("go");
        Assert.Equal(["the queued delegate has run"], target.ReadUntil("finished 57"));
        AssertQuits(target);
    }

    [Theory, MemberData(nameof(Frameworks))]
    public void Cycle_closes_its_rings(string framework)
    {
        using TargetProcess target = TargetProcess.Start("Cycle", framework);

        Dictionary<string, SiteFact> sites = SiteFact.ReadAll(target).ToDictionary(s => s.Method);

        Assert.Equal(7, sites.Count);
        Assert.Equal(sites["Ring.B"].Owner, sites["Ring.A"].AwaitsId);
        Assert.Equal(sites["Ring.A"].Owner, sites["Ring.B"].AwaitsId);
        Assert.Equal(sites["Ring.Z"].Owner, sites["Ring.Y"].AwaitsId);
        Assert.Equal(sites["Ring.X"].Owner, sites["Ring.Z"].AwaitsId);
        Assert.Equal(sites["Ring.Self"].Owner, sites["Ring.Self"].AwaitsId);
        AssertQuits(target);
    }

    [Theory, MemberData(nameof(Frameworks))]
    public void Many_parks_a_hundred_thousand(string framework)
    {
        using TargetProcess target = TargetProcess.Start("Many", framework, "100000");

        Assert.Equal(["""{"tasks":100000,"depth":1,"methods":100000}"""], target.ReadUntil("ready"));

        target.Send("go");
        Assert.Equal("finished 100000", target.ReadLine());
        AssertQuits(target);
    }

    [Fact]
    public void RuntimeAsync_parks_and_ends()
    {
        using TargetProcess target = TargetProcess.Start("RuntimeAsync", Runtimes.Net10);
        Assert.Single(target.ReadUntil("ready"));

        target.Send("go");

        Assert.Equal(["the delay is over"], target.ReadUntil("finished 5"));
        AssertQuits(target);
    }

    [Theory, MemberData(nameof(Frameworks))]
    public void SelfContained_runs_on_its_own_runtime(string framework)
    {
        using TargetProcess target = TargetProcess.Start("SelfContained", framework);
        target.ReadUntil("ready");

        string coreclr = ProcFiles.MappedFile(target.Pid, "libcoreclr.so")!;
        Assert.Equal(new TargetProgram("SelfContained", framework).Folder, Path.GetDirectoryName(coreclr));

        target.Send("go");
        Assert.Equal("Task is done", target.ReadLine());
        AssertQuits(target);
    }

    private static void AssertQuits(TargetProcess target)
    {
        target.Send("quit");
        Assert.Equal(0, target.WaitForExit());
    }
}
