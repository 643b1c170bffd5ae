using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using TaskFind.Scanning;

namespace TaskFind.IntegrationTests.Sites;

/// <summary>Compares a graph with what the program itself says of its sites.</summary>
internal sealed partial class SiteCheck(TaskGraph graph, bool hasLines, Func<ObjectAddress, string?>? nameOf = null)
{
    private readonly HashSet<int> _owned = [];

    /// <summary>Checks every site; <paramref name="cell"/> names the row.</summary>
    public SiteScore Score(string cell, IReadOnlyList<SiteFact> sites)
    {
        var score = new SiteScore(cell) { Sites = sites.Count };
        _owned.UnionWith(sites.Select(s => s.Owner).OfType<int>());
        foreach (SiteFact site in sites)
        {
            Check(site, score);
        }

        return score;
    }

    private void Check(SiteFact site, SiteScore score)
    {
        var text = new SiteFactText(site);
        TaskNode[] found = [.. graph.Nodes.Where(n => !n.IsDone && IsMethod(n, site) && IsOwner(n, site))];
        if (found.Length != 1)
        {
            string near = string.Join(", ", graph.Nodes.Where(n => n.Id?.Value == site.Owner || n.Method?.DisplayName == site.Method).Select(Describe));
            score.Fail(text, $"is matched by {found.Length} tasks; near: {near}");
            return;
        }

        score.Methods++;
        CheckPlace(site, text, found[0], score);
        if (IsAwaited(found[0], site))
        {
            score.Awaited++;
        }
        else
        {
            score.Fail(text, $"awaits {Describe(found[0])}, and not {site.Awaits} {site.AwaitsId} {site.AwaitsType}");
        }
    }

    private void CheckPlace(SiteFact site, SiteFactText text, TaskNode node, SiteScore score)
    {
        if (node.Point is not { } point)
        {
            score.Fail(text, "has no place");
            return;
        }

        // Only the PDB tells an await that the compiler made from one that the author wrote.
        if (point.Kind != (site.Kind == "yield" ? AwaitPointKind.Yielded : AwaitPointKind.Awaiting) || point.IsImplicit != (hasLines && site.Kind == "dispose"))
        {
            score.Fail(text, $"stands otherwise: {point}");
        }

        if (hasLines)
        {
            CheckLine(site, text, point, score);
        }
        else if (point is { Line: null, ILOffset: > 0, WhyNoLine.Length: > 0 } && (site.Kind == "yield" || point is { AwaitIndex: > 0, AwaitCount: > 0 }))
        {
            score.NoLine++;
        }
        else
        {
            score.Fail(text, $"should have an offset and a reason: {point}");
        }

        if (site.Ordinal is { } ordinal && point.AwaitIndex == ordinal && point.AwaitCount >= ordinal)
        {
            score.Ordinals++;
        }
        else if (site.Ordinal is not null)
        {
            score.Fail(text, $"is not await {site.Ordinal}: {point}");
        }
    }

    private static void CheckLine(SiteFact site, SiteFactText text, AwaitPoint point, SiteScore score)
    {
        if (point.Line is not { } line || line.FileName != site.File)
        {
            score.Fail(text, $"has no line in its file: {point}");
        }
        else if (line.Line == site.Line)
        {
            score.Exact++;
        }
        else if (line.Line == site.Start)
        {
            score.Statement++;
        }
        else if (line.Line >= site.Start && line.Line <= site.Line && line.EndLine >= site.Line)
        {
            score.Span++;
        }
        else
        {
            score.Fail(text, $"has another line: {line} to {line.EndLine}");
        }
    }

    private static bool IsMethod(TaskNode node, SiteFact site) =>
        node.Method is { } method && method.DisplayName == site.Method
        && (site.Parameters is not { } parameters || (method.Parameters == parameters && method.IsOverloaded));

    // A method that returned no Task of its own is known by what it awaits, and must not be one of those that did.
    private bool IsOwner(TaskNode node, SiteFact site) =>
        site.Owner is { } owner ? node.Id?.Value == owner
        : !(node.Id is { } id && _owned.Contains(id.Value)) && IsAwaited(node, site);

    private bool IsNamed(Wait wait, SiteFact site) => nameOf is null || site.Awaits is null || nameOf(wait.Address) == site.Awaits;

    private bool IsAwaited(TaskNode node, SiteFact site) => site.AwaitsKind switch
    {
        "none" => node is { Awaits: null, Wait: null, Point.Kind: AwaitPointKind.Yielded },
        "task" => node.Awaits is { } task && task.Id?.Value == site.AwaitsId && (site.Awaits is null || task.Name == site.Awaits),
        _ when Machine().Match(site.AwaitsType!) is { Success: true } machine =>
            node.Awaits is { Kind: NodeKind.PooledValueTask or NodeKind.AsyncIterator, Method: { } method }
            && method.SearchName.Split('<')[0] == machine.Groups[1].Value && node.Awaits.Value.Continuations is [{ Waiter: { } waiter }] && waiter == node,
        // A resource with words of its own is known by its kind, and its words have tests of their own.
        _ => node.Wait switch
        {
            OtherWait other => other.Type == TypeNames.Display(AsWritten(site.AwaitsType!)) && IsNamed(other, site),
            ResourceWait { Kind: WaitKind.ValueTaskSource } source => source.Name == TypeNames.Display(AsWritten(site.AwaitsType!)) && IsNamed(source, site),
            ResourceWait resource => IsNamed(resource, site),
            _ => false,
        },
    };

    // Reflection writes List`1[System.Int32] where the runtime's debugging interface writes List<System.Int32>.
    private static string AsWritten(string reflected) => Arity().Replace(reflected, "<").Replace(']', '>');

    private static string Describe(TaskNode node) =>
        $"{node.Type} {node.DisplayName} {node.State} {node.Method?.Signature} {node.Point?.Kind} {node.Point?.Line} awaits {node.Awaits?.Kind} {node.Awaits?.DisplayName} {node.Awaits?.Name} {node.Wait}";

    [GeneratedRegex(@"`\d+\[")]
    private static partial Regex Arity();

    [GeneratedRegex(@"<(\w+)>d(__\d+)?")]
    private static partial Regex Machine();
}
