using System.Text.RegularExpressions;
using TaskFind.Captures;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using TaskFind.Queries.Findings;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Findings;

/// <summary>Each rule finds the trouble that a real program has, and is silent of one that only looks like it: alive, in a dump and in a capture.</summary>
public sealed class FindingTests
{
    // The variants of a rule differ in the graph, not in what is read: one runtime does.
    public static TheoryData<string, string> Cases =>
    [
        .. from scene in Scenes.All
           from framework in Runtimes.All
           where framework == Runtimes.Net10 || scene == Scenes.All.First(s => s.Rule == scene.Rule)
           select new TheoryDataRow<string, string>(scene.Name, framework),
    ];

    [Theory, MemberData(nameof(Cases))]
    public void Trouble_is_found(string name, string framework)
    {
        Scene scene = Scenes.All.Single(s => s.Name == name);
        using TargetProcess target = Start(framework, name);
        foreach (var (view, graph) in Views(target))
        {
            IReadOnlyList<Finding> findings = Check(graph);
            var said = findings.Where(f => f.Name == scene.Rule).Select(f => new FindingText(graph, new ReprOptions()).Sentence(f)).ToList();
            Assert.True(said is [var only] && Regex.IsMatch(only, scene.Says), $"{view}: {string.Join('\n', said)}");
            Assert.All(findings.Where(f => f.Name != scene.Rule), f => Assert.Contains(f.Name, scene.Also));
            Assert.All(findings, f => Assert.Equal(view == "dump" && f.Name == "overdue-timer", f.IsUnknown));
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void What_only_looks_like_it_is_not(string name, string framework)
    {
        Scene scene = Scenes.All.Single(s => s.Name == name);
        using TargetProcess target = Start(framework, name, "innocent");
        foreach (var (view, graph) in Views(target))
            Assert.All(Check(graph), f => Assert.True(scene.InnocentAlso.Contains(f.Name), $"{view}: {f.Name}: {new FindingText(graph, new ReprOptions()).Sentence(f)}"));
    }

    // Whether somebody can complete a source, the whole heap alone tells: that has tests of its own.
    private static IReadOnlyList<Finding> Check(TaskGraph graph) => FindingCatalogue.Check(graph, r => r.Name != "never-completes");

    private static TargetProcess Start(string framework, params string[] arguments)
    {
        TargetProcess target = TargetProcess.Start("Troubles", framework, arguments);
        target.ReadUntil();
        return target;
    }

    private static IEnumerable<(string View, TaskGraph Graph)> Views(TargetProcess target)
    {
        TaskGraph live = Look.At(target);
        yield return ("live", live);
        using TargetDump dump = TargetDump.Take(target);
        yield return ("dump", Look.At(dump));
        yield return ("capture", Captured(live));
    }

    private static TaskGraph Captured(TaskGraph graph)
    {
        using var stream = new MemoryStream();
        TaskCapture.Save(graph, stream);
        stream.Position = 0;
        return TaskCapture.Load(stream);
    }
}
