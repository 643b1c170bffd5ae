using TaskFind.Scanning.Code;
using Xunit;

namespace TaskFind.Tests.Code;

/// <summary>Compares the line of every await site with the mark that the source has in that line.</summary>
public sealed class SiteLineTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("CodeShapes")]
    [InlineData("CodeShapes.Optimized")]
    public void Every_site_has_the_line_that_the_source_marks(string build)
    {
        using var code = CodeShapes.Open(build);
        var marks = CodeShapes.Marks().ToDictionary(m => m.Key);
        var troubles = new List<string>();
        var seen = new HashSet<string>();
        int sites = 0, exact = 0;
        foreach (var machine in CodeShapes.Machines(code))
        {
            foreach (var site in machine.Sites)
            {
                sites++;
                var key = KeyOf(machine, site);
                if (!marks.TryGetValue(key, out var mark) || !seen.Add(key))
                {
                    troubles.Add($"{machine.Method}: no mark, or two sites, for {key} at {site.Line}");
                }
                else if (site.Line is not { } line || line.FileName != mark.File || line.Line > mark.Line || line.EndLine < mark.Line)
                {
                    troubles.Add($"{key}: {site.Line} to {site.Line?.EndLine}, should be {mark.File}:{mark.Line} ({site.WhyNoLine})");
                }
                else if (line.Line != mark.Start)
                {
                    troubles.Add($"{key}: statement begins at {line}, should be {mark.Start}");
                }
                else
                {
                    exact += line.Line == mark.Line ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{build}: {sites} sites, {sites - troubles.Count} in the right statement, {exact} in the await's own line");
        troubles.AddRange(marks.Keys.Except(seen).Select(k => $"{k}: no site"));
        troubles.ForEach(output.WriteLine);
        Assert.Empty(troubles);
        Assert.True(sites >= 100);
    }

    private static string KeyOf(StateMachineCode machine, AwaitSite site)
    {
        if (site.IsYield)
        {
            return $"{machine.Method.SimpleName}_yield{site.Index}";
        }

        if (site.Callee is not { } callee)
        {
            return $"{machine.Method.SimpleName}_{site.Index}";
        }

        var parts = callee.Split('.');
        return parts[^1] switch
        {
            "DisposeAsync" => parts[^2] + "_Dispose",
            "MoveNextAsync" => parts[^2] + "_Next",
            var name => name,
        };
    }
}
