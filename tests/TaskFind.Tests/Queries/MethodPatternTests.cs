using System.Diagnostics;
using TaskFind.Model;
using TaskFind.Queries;
using Xunit;

namespace TaskFind.Tests.Queries;

public sealed class MethodPatternTests
{
    [Theory]
    [InlineData("Run", "App/Worker.Run()")]
    [InlineData("Worker.Run", "App/Worker.Run()")]
    [InlineData("App.Worker.Run", "App/Worker.Run()")]
    [InlineData("My.App.Worker.Run", "My.App/Worker.Run()")]
    [InlineData("Outer.Inner.Run", "App/Outer.Inner.Run()")]
    [InlineData("Inner.Run", "App/Outer.Inner.Run()")]
    [InlineData("R?n", "App/Worker.Run()")]
    [InlineData("*", "App/Worker.Run()")]
    [InlineData("Work*.*", "App/Worker.Run()")]
    [InlineData("App.*.Run", "App/Worker.Run()")]
    [InlineData("Load*Async", "App/Worker.LoadAllAsync()")]
    [InlineData("Run", "App/Worker.Run<T>()")]
    [InlineData("Run<T>", "App/Worker.Run<T>()")]
    [InlineData("Run<>", "App/Worker.Run<T>()")]
    [InlineData("Run<,>", "App/Worker.Run<TKey, TValue>()")]
    [InlineData("Cache.Get", "App/Cache<T>.Get<K>()")]
    [InlineData("Cache<T>.Get", "App/Cache<T>.Get<K>()")]
    [InlineData("Cache<T>.Get<K>", "App/Cache<T>.Get<K>()")]
    [InlineData("Run(int, string)", "App/Worker.Run(int, string)")]
    [InlineData("Run(int,string)", "App/Worker.Run(int, string)")]
    [InlineData("Run(Dictionary<int, string>)", "App/Worker.Run(Dictionary<int, string>)")]
    [InlineData("Run((int, string))", "App/Worker.Run((int, string))")]
    [InlineData("Run(ref int)", "App/Worker.Run(ref int)")]
    [InlineData("Run(*, string)", "App/Worker.Run(int, string)")]
    [InlineData("Run()", "App/Worker.Run()")]
    [InlineData("Run()", "App/Worker.Run(int)")]
    [InlineData("Run(Int32, System.String)", "App/Worker.Run(int, string)")]
    [InlineData("Run(Int32 count, String name)", "App/Worker.Run(int, string)")]
    [InlineData("Run(ref int count)", "App/Worker.Run(ref int)")]
    [InlineData("Run(System.Collections.Generic.List<System.Int32>)", "App/Worker.Run(List<int>)")]
    [InlineData("Run(Cache.Entry[])", "App/Worker.Run(Entry[])")]
    [InlineData("Run(Int32?)", "App/Worker.Run(int?)")]
    [InlineData("Outer+Inner.Run", "App/Outer.Inner.Run()")]
    [InlineData("Local", "App/Worker.Run.Local()")]
    [InlineData("Worker.Local", "App/Worker.Run.Local()")]
    [InlineData("Worker.Run.Local", "App/Worker.Run.Local()")]
    [InlineData("Local", "App/Worker.Run.Local<T>()")]
    [InlineData("Run", "App/Worker.Run.<lambda>()")]
    [InlineData("Worker.Run", "App/Worker.Run.<lambda>()")]
    [InlineData("Run.<lambda>", "App/Worker.Run.<lambda>()")]
    [InlineData("Main", "Program.<top-level>()")]
    [InlineData("Program.Main", "Program.<top-level>()")]
    [InlineData("Main", "Program.<top-level>.<lambda>()")]
    [InlineData("TopLocal", "Program.<top-level>.TopLocal(int)")]
    [InlineData("DoAsync", "App/Basic.IThing.DoAsync(string)")]
    [InlineData("Basic.DoAsync", "App/Basic.IThing.DoAsync(string)")]
    [InlineData("IThing.DoAsync", "App/Basic.IThing.DoAsync(string)")]
    [InlineData(".ctor", "App/Worker..ctor()")]
    [InlineData("Worker..ctor", "App/Worker..ctor()")]
    [InlineData("Worker..cctor", "App/Worker..cctor.<lambda>()")]
    public void Fits(string pattern, string method) => Assert.True(MethodPattern.Parse(pattern).Matches(GraphMaker.Method(method), ignoreCase: false));

    [Theory]
    [InlineData("run", "App/Worker.Run()")]
    [InlineData("Ru", "App/Worker.Run()")]
    [InlineData("orker.Run", "App/Worker.Run()")]
    [InlineData("Other.Run", "App/Worker.Run()")]
    [InlineData("Other.App.Worker.Run", "App/Worker.Run()")]
    [InlineData("*.*.*.*", "App/Worker.Run()")]
    [InlineData("Run<T>", "App/Worker.Run()")]
    [InlineData("Run<,>", "App/Worker.Run<T>()")]
    [InlineData("Cache<T>.Get", "App/Cache.Get()")]
    [InlineData("Run(int)", "App/Worker.Run(int, string)")]
    [InlineData("Run(long)", "App/Worker.Run(int)")]
    [InlineData("Run", "App/Worker.Run.Local()")]
    [InlineData("Main", "Program.<top-level>.TopLocal(int)")]
    public void Does_not_fit(string pattern, string method) => Assert.False(MethodPattern.Parse(pattern).Matches(GraphMaker.Method(method), ignoreCase: false));

    [Fact]
    public void Empty_parentheses_choose_among_overloads_only()
    {
        var pattern = MethodPattern.Parse("Run()");
        Assert.True(pattern.Matches(GraphMaker.Method("App/Worker.Run()", overloaded: true), ignoreCase: false));
        Assert.False(pattern.Matches(GraphMaker.Method("App/Worker.Run(int)", overloaded: true), ignoreCase: false));
    }

    [Fact]
    public void A_lambda_is_found_by_the_search_name_it_was_given() =>
        Assert.True(MethodPattern.Parse("Save").Matches(GraphMaker.Method("App/Worker.<lambda>@7()", search: "Save"), ignoreCase: false));

    [Fact]
    public void Case_can_be_ignored() =>
        Assert.True(MethodPattern.Parse("worker.RUN<t>(INT)").Matches(GraphMaker.Method("App/Worker.Run<T>(int)"), ignoreCase: true));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("A. .B")]
    [InlineData(".")]
    [InlineData("Run.")]
    [InlineData("()")]
    [InlineData("Run(")]
    [InlineData("Run)")]
    [InlineData("Run(int")]
    [InlineData("Run<T")]
    [InlineData("<<<")]
    [InlineData("Run<(>)")]
    public void What_names_no_method_is_refused(string pattern) => Assert.Throws<FormatException>(() => MethodPattern.Parse(pattern));

    [Theory]
    [InlineData("Walk<>")]
    [InlineData("Walk(,)")]
    [InlineData("Walk(ref)")]
    [InlineData("Walk([])")]
    [InlineData("Walk(())")]
    public void Odd_patterns_do_no_harm(string pattern) => Assert.False(MethodPattern.Parse(pattern).Matches(GraphMaker.Method("App/Worker.Walk()"), ignoreCase: false));

    [Fact]
    public void A_hostile_name_costs_little_time()
    {
        var pattern = MethodPattern.Parse(string.Concat(Enumerable.Repeat("*a", 200)) + "b");
        var method = new TaskMethod("x.dll", new string('a', 5000), new string('<', 5000), new string('a', 5000), new string('(', 5000));
        var clock = Stopwatch.StartNew();
        Assert.False(pattern.Matches(method, ignoreCase: true));
        // Without a bound on backtracking this would take longer than anybody lives.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }
}
