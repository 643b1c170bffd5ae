using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Contexts;

/// <summary>What flows with tasks: the activity and the AsyncLocals of their execution contexts, by the names of static fields.</summary>
public sealed class ContextTests(ContextViews views) : IClassFixture<ContextViews>
{
    private const string Tenant = "OrderContext.s_tenant='acme'";
    private const int MostLocals = 100;

    public static TheoryData<string, string> Views => Runtimes.Views;

    [Theory]
    [MemberData(nameof(Views))]
    public void Every_kind_of_map_is_read(string framework, string view)
    {
        ContextView look = views.Of(framework, view);

        Assert.Null(look.Words("Maps.None"));
        Assert.Null(look.Words("Maps.Suppressed"));
        Assert.Equal(Tenant, look.Words("Maps.One"));
        foreach ((string method, int count) in new[] { ("Two", 2), ("Three", 3), ("Four", 4), ("Five", 5), ("Sixteen", 16), ("TwentyFive", 25) })
        {
            ContextInfo context = look.One($"Maps.{method}").Context!;
            Assert.Equal((null, 0), (context.Activity, context.Omitted));
            Assert.Equal(("OrderContext.s_tenant", "acme"), (context.Locals[0].Name, context.Locals[0].Value.Words));
            Assert.Equal(Enumerable.Range(1, count - 1).Select(i => $"local {i}").Order(), context.Locals.Skip(1).Select(l => l.Value.Words!).Order());
            Assert.All(context.Locals.Skip(1), l => Assert.Equal((null, "AsyncLocal<string>"), (l.Name, l.Type)));
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void More_than_the_limit_are_counted_and_a_gap(string framework, string view)
    {
        ContextView look = views.Of(framework, view);

        ContextInfo context = look.One("Maps.ThreeHundred").Context!;
        Assert.Equal((MostLocals, 300 - MostLocals, "OrderContext.s_tenant"), (context.Locals.Count, context.Omitted, context.Locals[0].Name));
        Assert.Equal(
            ["only the first 100 are told", "only the first 400 characters are told"],
            look.Graph.Coverage.Gaps.Where(g => g.What.Contains("context", StringComparison.OrdinalIgnoreCase) || g.What.Contains("AsyncLocal", StringComparison.Ordinal)).Select(g => g.Why).Order());
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Values_are_told_by_their_kind(string framework, string view)
    {
        ContextView look = views.Of(framework, view);

        Assert.Matches(
            "^" + Regex.Escape("OrderContext.Current=<Order at 0x") + "[0-9a-f]+" + Regex.Escape(
                @">, OrderContext.s_number=-42, Values.s_flag=true, Values.s_hostile='it\'s\x1b[2J\n""', Values.s_id=00112233-4455-6677-8899-aabbccddeeff, "
                + $"Values.s_letter='x', Values.s_long='{new string('y', 200)}'..., Values.s_odd=9, Values.s_rate=0.5, Values.s_state=Paid, Values.s_watched=null") + "$",
            look.Words("Values.OfEveryKind"));
        Assert.Equal("CultureInfo.s_asyncLocalCurrentCulture", Assert.Single(look.One("Values.OfTheFramework").Context!.Locals).Name);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void What_no_static_field_holds_has_type_and_address(string framework, string view)
    {
        ContextView look = views.Of(framework, view);

        LocalInfo local = Assert.Single(look.One("Values.HeldByNothing").Context!.Locals);
        Assert.Equal((null, "AsyncLocal<string>", "of nobody's"), (local.Name, local.Type, local.Value.Words));
        Assert.EndsWith($" context=<AsyncLocal<string> at {local.Address}=\"of nobody's\">>", new Repr(look.Graph).Line(look.One("Values.HeldByNothing")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Activities_have_name_and_ids(string framework, string view)
    {
        ContextView look = views.Of(framework, view);
        string[][] ids = [.. look.Ids.Where(line => line != "ready").Select(line => line.Split(' '))];

        Assert.Equal(["GET_/checkout", "GET_/checkout", "Inner", "Outer", "Old"], ids.Select(i => i[0]));
        Assert.Equal($"Activity [name:'GET /checkout', trace:'{ids[0][1]}', span:'{ids[0][2]}']", look.Words("Activities.InActivity"));
        Assert.Equal($"Activity [name:'Reserve it', trace:'{ids[1][1]}', span:'{ids[2][2]}']", look.Words("Activities.InNested"));
        Assert.Equal($"Activity [name:'Old', id:'{ids[4][1]}']", look.Words("Activities.InHierarchical"));
        Assert.Matches("^" + Regex.Escape($"Activity [name:'Outer', trace:'{ids[3][1]}', span:'{ids[3][2]}'], Activities.s_mine=<Activity at 0x") + "[0-9a-f]+>$", look.Words("Activities.WithOwnLocal"));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Whatever_captures_a_context_has_it(string framework, string view)
    {
        ContextView look = views.Of(framework, view);

        foreach (string method in new[] { "Pooled", "Value", "Void", "Iterate", "Blocked", "Later", "NotStarted" })
            Assert.Equal((method, Tenant), (method, look.Words($"Kinds.{method}")));
        Assert.Equal(("OrderContext.s_tenant='outer'", "OrderContext.s_tenant='inner'"), (look.Words("Kinds.Outer"), look.Words("Kinds.Inner")));
        Assert.Equal((TaskState.Finished, null), (look.One("Kinds.Done").State, look.Words("Kinds.Done")));
        Assert.Equal(("Paid", "00112233-4455-6677-8899-aabbccddeeff"), (look.One("Kinds.Done").Result, look.One("Kinds.DoneToo").Result));
        Assert.Equal(NodeKind.PooledValueTask, look.One("Kinds.Pooled").Kind);
        TaskNode[] shared = [.. look.Graph.Nodes.Where(n => n.Method?.DisplayName == "Kinds.Shared")];
        Assert.Equal(50, shared.Length);
        Assert.Same(shared[0].Context, Assert.Single(shared.Select(n => n.Context).Distinct(ReferenceEqualityComparer.Instance)));
        Assert.Equal("OrderContext.s_tenant='shared'", ContextText.Of(shared[0].Context!, full: true));
    }
}
