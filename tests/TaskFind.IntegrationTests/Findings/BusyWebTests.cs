using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.IntegrationTests.Waits;
using TaskFind.Model;
using TaskFind.Queries.Findings;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Findings;

/// <summary>A busy web application in good health is in good health at each of many looks.</summary>
public sealed class BusyWebTests(ITestOutputHelper output)
{
    [Fact]
    public void No_look_finds_an_error()
    {
        using var web = new WebTarget(0);
        TargetProcess target = web.Ready();
        using WebLoad load = web.KeepBusy("/busy", clients: 24);
        var others = new SortedDictionary<string, int>();
        var requests = 0;
        for (int look = 0; look < 20; look++)
        {
            load.GoOn(24, TestContext.Current.CancellationToken);
            TaskGraph graph = Look.At(target);
            requests += graph.Requests.Count;
            foreach (Finding finding in FindingCatalogue.Check(graph))
            {
                string words = $"{finding.Severity} {finding.Name}: {new FindingText(graph, new ReprOptions()).Sentence(finding)}";
                Assert.True(finding.Severity < FindingSeverity.Error, $"look {look}: {words}");
                others[$"{finding.Severity} {finding.Name}"] = others.GetValueOrDefault($"{finding.Severity} {finding.Name}") + 1;
            }
        }

        output.WriteLine($"{load.Answers} answers, {requests} requests seen in 20 looks; {string.Join(", ", others.Select(o => $"{o.Key} in {o.Value}"))}");
        Assert.True(load.Answers >= 480 && requests > 20, $"{load.Answers} answers, {requests} requests seen");
    }
}
