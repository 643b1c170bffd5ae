using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Variables;

/// <summary>The parameters and locals of suspended methods, of machines that are structs (net8.0, net10.0) and objects (net9.0), alive and in a dump.</summary>
public sealed partial class VariableTests(VariableViews views) : IClassFixture<VariableViews>
{
    public static TheoryData<string, string> Views => Runtimes.Views;

    [Theory]
    [MemberData(nameof(Views))]
    public void Values_are_told_by_their_kind(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        Assert.Equal("this=<Shop at 0x>, id=42, small=-7, big=3000000000, rate=0.5, yes=true, letter='x'", Words(graph, "Shop.Numbers"));
        Assert.Equal("price=19.90, when='2026-11-27T12:30:00Z', left='01:30:00', key=00112233-4455-6677-8899-aabbccddeeff, state=Paid, odd=9", WithoutThis(graph, "Shop.Values"));
        Assert.Equal($@"text=""it's\x1b[2J\n"", cart=<Cart at 0x>, nothing=null, boxed=17, endless='{new string('y', 200)}'...", WithoutThis(graph, "Shop.References"));
        Assert.Equal("some=5, none=null, state=Open, point=<Point>", WithoutThis(graph, "Shop.Nullables"));
        Assert.Equal("int, int?, OrderState?", string.Join(", ", new[] { One(graph, "Shop.Numbers").Items.Single(v => v.Name == "id"), Find("some"), Find("state") }.Select(v => v.Type)));
        Assert.Contains(graph.Coverage.Gaps, g => (g.What, g.Why) == ("the value of a variable", "only the first 400 characters are told"));

        VariableInfo Find(string name) => One(graph, "Shop.Nullables").Items.Single(v => v.Name == name);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Locals_are_there_that_are_used_behind_the_await(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        Assert.Equal("sku='A-17', count=4, label='4 of A-17', point=<Point>, notes=<List<string> at 0x>", WithoutThis(graph, "Shop.Locals"));
        Assert.Equal("this=<Shop at 0x>, id=7, kept='order 7'", Words(graph, "Shop.Outer"));
        Assert.Equal("number=8", WithoutThis(graph, "Shop.Inner"));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Methods_of_every_shape_have_theirs(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        Assert.Equal("name='void'", Words(graph, "Shapes.Void"));
        Assert.Equal("count=3, i=1", Words(graph, "Shapes.Iterator"));
        Assert.Equal("id=11", Words(graph, "Shapes.Pooled"));
        Assert.Equal("id=12", Words(graph, "Shapes.Value"));
        Assert.Equal("own='of a local function'", Words(graph, "Shapes.StartAll.Local"));
        Assert.Equal(["item='text'", "item=13"], graph.Nodes.Where(n => n.Method?.DisplayName == "Shapes.Generic<T>").Select(n => Text(n.Variables)).Order(StringComparer.Ordinal));
        Assert.Null(Node(graph, "Shapes.NoVariables").Variables);
        Assert.Equal((null, "17"), (Node(graph, "Shop.Done").Variables, Node(graph, "Shop.Done").Result));
        Assert.All(graph.Nodes, n => Assert.True(!n.IsDone || n.Variables is null));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void What_lies_behind_the_bytes_that_are_read_is_not_guessed(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        VariableInfo behind = One(graph, "Shapes.Wide").Items.Single(v => v.Name == "behind");
        bool isGap = graph.Coverage.Gaps.Any(g => (g.What, g.Why) == ("the value of a variable", "it could not be read"));
        Assert.Equal(isGap ? (LocalValueKind.Unknown, null) : (LocalValueKind.Plain, "99"), (behind.Value.Kind, behind.Value.Words));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Variables_of_closures_are_theirs_and_named_once(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        // A Debug build keeps the closure itself, a Release build only what is used behind the await.
        bool isDebug = framework == Runtimes.Net9;
        Assert.Equal(isDebug ? "alone='kept', next=<Func<int> at 0x>, count=21, id=21" : "id=21, alone='kept', next=<Func<int> at 0x>", Words(graph, "Closures.One"));
        MethodVariables nested = One(graph, "Closures.Nested");
        Assert.Equal("22", Assert.Single(nested.Items, v => v.Name == "outer").Value.Words);
        Assert.Equal(isDebug ? "22" : null, nested.Items.SingleOrDefault(v => v.Name == "inner")?.Value.Words);
        Assert.Equal("this", Assert.Single(One(graph, "Closures.Owner.Own").Items, v => v.Value.Type == "Closures.Owner").Name);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void An_async_lambda_has_what_it_captures(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        Assert.Equal(
            ["own=1, id=31, name='captured'", "own=2, other=<Task<int> at 0x>"],
            graph.Nodes.Where(n => n.Method?.DisplayName == "Lambdas.Start.<lambda>").Select(n => Text(n.Variables)).Order(StringComparer.Ordinal));
        Assert.Equal("this=<Lambdas at 0x>, id=32", Words(graph, "Lambdas.OfAnObject.<lambda>"));
    }

    [Fact]
    public void Visual_Basic_has_other_names_for_its_fields_and_the_same_for_its_variables()
    {
        using TargetProcess target = TargetProcess.Start("Basic", Runtimes.Net10);
        target.ReadUntil();

        TaskGraph graph = Look.At(target, new LookOptions { Values = true });

        Assert.Equal("id=7, sku='A-17', total=17.5, i=1", Words(graph, "Program.PlaceAsync"));
        Assert.Equal("both=<Func<int> at 0x>, count=10, id=9", Words(graph, "Program.WithLambda"));
        Assert.Equal("this=<Program.Owner at 0x>, name='own'", Words(graph, "Program.Owner.OfAnObject"));
        Assert.Equal(["Program.vb:20", "Program.vb:28", "Program.vb:34"], graph.Nodes.Where(n => n.Method is { IsFramework: false }).Select(n => $"{Path.GetFileName(n.Point!.Line!.File)}:{n.Point.Line.Line}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void More_methods_than_are_read_are_a_gap()
    {
        using TargetProcess target = TargetProcess.Start("Many", Runtimes.Net10, "20100", "2", "chain");
        target.ReadUntil("ready");

        TaskGraph graph = Look.At(target, new LookOptions { Values = true });

        Assert.Equal(40_200, graph.Nodes.Count(n => n is { IsDone: false, Method: not null }));
        Assert.Contains(graph.Coverage.Gaps, g => (g.What, g.Why) == ("the variables of a method", "only those of the first 20000 machines and closures are read"));
    }

    [Fact]
    public void Who_does_not_ask_is_told_nothing_of_it_and_everything_else()
    {
        using TargetProcess target = TargetProcess.Start("Variables", Runtimes.Net10);
        target.ReadUntil();
        using TargetDump dump = TargetDump.Take(target);

        TaskGraph without = Look.At(dump), with = Look.At(dump, new LookOptions { Values = true });

        Assert.All(without.Nodes, n => Assert.Null(n.Variables));
        Assert.Equal(without.Nodes.Select(Plain), with.Nodes.Select(Plain));

        static string Plain(TaskNode node)
        {
            string line = new Repr(node.Graph).Line(node);
            line = node.Variables is { } variables ? line.Replace($" locals=[{string.Join(", ", ValueWords.Items(variables, full: false))}]", "", StringComparison.Ordinal) : line;
            return node.Result is { } result ? line.Replace($" result={result}", "", StringComparison.Ordinal) : line;
        }
    }

    [Theory]
    [InlineData(Runtimes.Net9)]
    [InlineData(Runtimes.Net10)]
    public void One_method_reads_as_among_all(string framework)
    {
        using TargetProcess target = TargetProcess.Start("Variables", framework);
        target.ReadUntil();
        using TargetDump dump = TargetDump.Take(target);
        TaskGraph whole = Look.At(dump, new LookOptions { Values = true });
        TaskNode[] methods = [.. whole.Nodes.Where(n => n.Method is { IsFramework: false } && !n.IsDone)];
        Assert.NotEmpty(methods);
        foreach (string name in methods.Select(n => n.Method!.SearchName).Distinct())
        {
            TaskGraph one = Look.At(dump, new LookOptions { Pattern = name, RelatedOnly = true, Values = true });
            Assert.Equal(FoundText.Of(whole, name), FoundText.Of(one, name));
            Assert.Equal(Stacks(whole, name), Stacks(one, name));
        }

        static string Stacks(TaskGraph graph, string name) =>
            string.Join('\n', graph.Find(name).Matches.SelectMany(n => new StackText(graph).Lines(n)));
    }

    private static string WithoutThis(TaskGraph graph, string method) =>
        Words(graph, method) is var words && words.StartsWith("this=<Shop at 0x>, ", StringComparison.Ordinal) ? words["this=<Shop at 0x>, ".Length..] : words;

    private static string Words(TaskGraph graph, string method) => Text(One(graph, method));

    private static string Text(MethodVariables? variables) => Address().Replace(string.Join(", ", ValueWords.Items(variables!, full: true)), " at 0x");

    private static MethodVariables One(TaskGraph graph, string method) => Node(graph, method).Variables!;

    private static TaskNode Node(TaskGraph graph, string method) => Assert.Single(graph.Nodes, n => n.Method?.DisplayName == method);

    [GeneratedRegex(" at 0x[0-9a-f]+")]
    private static partial Regex Address();
}
