using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries.Findings;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

/// <summary>Findings as text, JSON, Markdown and annotations.</summary>
public sealed class FindingFormatTests
{
    private static readonly SchemaValidator Schema = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs/json-schema.json"))).RootElement);

    [Fact]
    public void One_of_everything()
    {
        var graph = SampleGraph.Make();
        var findings = FindingCatalogue.Check(graph);
        var text = new FindingText(graph, new ReprOptions());
        Golden.Check("findings.txt", [.. findings.SelectMany(f => text.Lines(f).Select((l, i) => i == 0 ? $"{FindingText.Severity(f)} {l}" : l)), FindingText.Total(findings)]);
        Golden.Check("findings.md", MarkdownReport.Lines(graph, findings));
        Golden.Check("findings-github.txt", GitHubAnnotations.Lines(graph, findings));
    }

    [Fact]
    public void Findings_of_any_graph_are_in_the_schema_and_can_be_said()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var graph = new RandomGraph(seed).Make();
            var findings = PersistentFindings.Check([new RandomGraph(seed).Make(), graph]);
            using var stream = new MemoryStream();
            JsonReport.Write(stream, graph, [], new JsonReportOptions { Tool = "0.1.0", Query = "check", Findings = findings });
            Assert.Empty(Schema.Validate(JsonDocument.Parse(stream.ToArray()).RootElement));
            Assert.All(GitHubAnnotations.Lines(graph, findings), l => Assert.Matches(@"^::(error|warning|notice) (file=[^:,]+,line=\d+,endLine=\d+,(col=\d+,)?)?title=[^:,]+::[^\r\n]+$", l));
            Assert.All(MarkdownReport.Lines(graph, findings), l => Assert.DoesNotContain('\n', l));
        }
    }

    [Fact]
    public void A_limit_counts_what_it_leaves_out()
    {
        var graph = SampleGraph.Make();
        var findings = FindingCatalogue.Check(graph);
        Assert.Contains(findings, f => f.Tasks.Count > 1);
        using var stream = new MemoryStream();
        JsonReport.Write(stream, graph, [], new JsonReportOptions { Tool = "0.1.0", Findings = findings, FindingLimit = 1 });
        var root = JsonDocument.Parse(stream.ToArray()).RootElement;
        Assert.Empty(Schema.Validate(root));
        Assert.Equal(
            findings.Select(f => (Math.Min(1, f.Tasks.Count), Math.Max(0, f.Tasks.Count - 1))),
            root.GetProperty("findings").EnumerateArray().Select(f => (f.GetProperty("tasks").GetArrayLength(), f.TryGetProperty("omittedTasks", out var omitted) ? omitted.GetInt32() : 0)));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", @"\<img src\=x onerror\=alert\(1\)\>")]
    [InlineData("a|b", @"a\|b")]
    [InlineData("[x](http://evil.example)", @"\[x\]\(http\:\/\/evil\.example\)")]
    [InlineData("two\nlines", "two lines")]
    public void No_character_of_the_target_means_anything_in_Markdown(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));

    [Fact]
    public void No_line_closes_the_fence() =>
        Assert.Equal(["`````text", "a ```` b", "`````"], MarkdownText.Block(["a ```` b"]));

    [Fact]
    public void An_annotation_escapes_what_the_runner_reads()
    {
        var maker = new GraphMaker();
        maker.Waits(maker.Add(NodeKind.AsyncMethod, "Task", GraphMaker.Method("Shop.Fails()"), new AwaitPoint(AwaitPointKind.Done) { Line = new SourceLine("/_/a,b%:c.cs", 7, 7, 5) { RepoPath = "a,b%:c.cs" } }, TaskState.Finished), new WaitRow());
        maker.Builder.Extra(ref maker.Builder[0]).Exception = maker.Builder.Add(new ExceptionInfo("E", "100% of\r\n::error::x", false));
        var graph = maker.Build();
        var line = Assert.Single(GitHubAnnotations.Lines(graph, FindingCatalogue.Check(graph)));
        Assert.StartsWith("::warning file=a%2Cb%25%3Ac.cs,line=7,endLine=7,col=5,title=unobserved-exception::1 task of Shop.Fails() failed with E: 100%25 of", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }
}
