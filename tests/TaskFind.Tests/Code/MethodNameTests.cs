using TaskFind.Scanning.Code;
using Xunit;

namespace TaskFind.Tests.Code;

/// <summary>Checks that methods are called as their authors call them.</summary>
public sealed class MethodNameTests
{
    [Theory]
    [InlineData("M01", "Shapes.Basic.Plain()")]
    [InlineData("M54", "Shapes.Basic.Overloaded(int n)")]
    [InlineData("M55", "Shapes.Basic.Overloaded(string s, Pair r)")]
    [InlineData("M56", "Shapes.Basic.IThing.DoAsync(string name)")]
    [InlineData("M57", "Shapes.Lambdas..cctor.<lambda>()")]
    [InlineData("M58", "Shapes.Lambdas.Nested.<lambda>()")]
    [InlineData("M59", "Shapes.Lambdas.Nested.<lambda>()")]
    [InlineData("Invoke", "Shapes.Lambdas.Nested.<lambda>(int n)")]
    [InlineData("M60", "Shapes.Lambdas.Local.Static(int z)")]
    [InlineData("M61", "Shapes.Lambdas.Local.Capturing()")]
    [InlineData("M62", "Shapes.Lambdas.Local.Generic<T>(int z, T t)")]
    [InlineData("M63", "Shapes.Outer<TOut>.Inner.Run<T>(T v, TOut o)")]
    [InlineData("M64", "Shapes.Outer<TOut>.Inner.Mixed<T>(List<T[]> lists, Dictionary<string, TOut> map, int? n, (int, string) pair)")]
    [InlineData("M65", "Shapes.Outer<TOut>.Inner<TIn>.Run.<lambda>()")]
    [InlineData("M66", "Shapes.Hidden.InFileType()")]
    [InlineData("M67", "Shapes.Outer<TOut>.Inner<TIn>.Run(TIn v, TOut o)")]
    [InlineData("M68", "Shapes.Iterators.Numbers(CancellationToken token)")]
    [InlineData("M73", "Program.<top-level>(string[] args)")]
    [InlineData("M74", "Program.<top-level>.<lambda>()")]
    [InlineData("M75", "Program.<top-level>.TopLocal(int n)")]
    public void A_method_has_the_name_its_author_gave_it(string awaits, string expected)
    {
        foreach (var build in new[] { "CodeShapes", "CodeShapes.Optimized" })
        {
            using var code = CodeShapes.Open(build);
            Assert.Equal(expected, Machine(code, awaits).Method.ToString());
        }
    }

    [Fact]
    public void Overloads_local_functions_and_lambdas_are_told_apart()
    {
        using var code = CodeShapes.Open("CodeShapes");
        Assert.True(Machine(code, "M54").Method.IsOverloaded);
        Assert.False(Machine(code, "M53").Method.IsOverloaded);
        Assert.Equal("CodeShapes.dll", Machine(code, "M53").Method.Module);

        var local = Machine(code, "M62").Method;
        Assert.True(local.IsLocalFunction);
        Assert.Equal(("Generic", "Local"), (local.SimpleName, local.ContainingMethod));

        var lambda = Machine(code, "M58").Method;
        Assert.True(lambda.IsLambda);
        Assert.Equal("Nested", lambda.ContainingMethod);
        Assert.NotNull(lambda.LambdaOrdinal);
        Assert.NotEqual(lambda.LambdaOrdinal, Machine(code, "M59").Method.LambdaOrdinal);

        var contract = Machine(code, "M56").Method;
        Assert.Equal(("DoAsync", "IThing"), (contract.SimpleName, contract.ExplicitInterface));
        Assert.Equal("Basic.IThing.DoAsync(string)", contract.Signature);
        Assert.Equal("<top-level>", Machine(code, "M75").Method.ContainingMethod);
    }

    [Fact]
    public void The_graphs_method_carries_the_name_under_which_it_is_searched()
    {
        using var code = CodeShapes.Open("CodeShapes");
        Assert.Equal("Nested", Machine(code, "M58").Method.ToTaskMethod(false, null).SearchName);
        Assert.Equal("TopLocal", Machine(code, "M75").Method.ToTaskMethod(false, null).SearchName);
        Assert.Equal("T, TOut", Machine(code, "M63").Method.ToTaskMethod(false, null).Parameters);
        Assert.Equal("Run", Machine(code, "M63").Method.ToTaskMethod(false, null).SearchName);
    }

    [Theory]
    [InlineData("<Run>d__0", "Run", 'd', "__0")]
    [InlineData("<<Main>$>g__Top|0_1", "<Main>$", 'g', "Top")]
    [InlineData("<M>b__2_1", "M", 'b', "__2_1")]
    [InlineData("<Main>$", null, '$', "<top-level>")]
    [InlineData("<Main>", null, '\0', "Main")]
    [InlineData("<>c__DisplayClass0_0", "", 'c', "__DisplayClass0_0")]
    [InlineData("_Lambda$__3-1", null, 'b', "3-1")]
    [InlineData("<File>F0123__Name", null, '\0', "Name")]
    [InlineData("<unclosed", null, '?', "<unclosed")]
    [InlineData("<", null, '?', "<")]
    [InlineData("", null, '\0', "")]
    public void Compiler_made_names_come_apart(string name, string? method, char kind, string own) =>
        Assert.Equal(new CompilerName(method, kind, own), CompilerName.Parse(name));

    private static StateMachineCode Machine(ModuleCode code, string awaits) =>
        CodeShapes.Machines(code).First(m => m.Sites.Any(s => s.Callee?.EndsWith("." + awaits, StringComparison.Ordinal) == true));
}
