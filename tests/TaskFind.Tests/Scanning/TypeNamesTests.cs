using TaskFind.Scanning;
using Xunit;

namespace TaskFind.Tests.Scanning;

public sealed class TypeNamesTests
{
    [Theory]
    [InlineData("System.Int32", "int")]
    [InlineData("System.Threading.Tasks.Task<System.Int32>", "Task<int>")]
    [InlineData("Shop.Orders.Outer+Inner", "Outer.Inner")]
    [InlineData("Shop.Outer<System.String>+Inner<System.Int32>", "Outer<string>.Inner<int>")]
    [InlineData("System.Collections.Generic.Dictionary<System.String, System.Collections.Generic.List<System.Object>>", "Dictionary<string, List<object>>")]
    [InlineData("System.Collections.Generic.Dictionary<System.String,System.Int32[]>", "Dictionary<string, int[]>")]
    [InlineData("System.Int32[,]", "int[, ]")]
    [InlineData("System.Nullable<System.Int32>", "int?")]
    [InlineData("System.Threading.Tasks.Task<System.Nullable<System.DateTime>>", "Task<DateTime?>")]
    [InlineData("System.ValueTuple<System.String, System.Int32>", "(string, int)")]
    [InlineData("System.ValueTuple<System.String,System.Int32>[]", "(string, int)[]")]
    [InlineData("System.Nullable<System.ValueTuple<System.Int32, System.ValueTuple<System.Int64, System.Int64>>>", "(int, (long, long))?")]
    [InlineData("System.Collections.Generic.List<System.ValueTuple<System.Nullable<System.Int32>, Shop.Order>>", "List<(int?, Order)>")]
    [InlineData("System.ValueTuple<System.Int32>", "ValueTuple<int>")]
    [InlineData("System.ValueTuple<System.Collections.Generic.Dictionary<System.Int32, System.Int32>>", "ValueTuple<Dictionary<int, int>>")]
    [InlineData("System.ValueTuple", "ValueTuple")]
    [InlineData("Shop.Nullable<System.Int32>", "Nullable<int>")]
    [InlineData("Shop.ValueTuple<System.Int32, System.Int32>", "ValueTuple<int, int>")]
    [InlineData("Shop.Program+<Main>d__0", "Program.<Main>d__0")]
    [InlineData("Shop.Program+<Run>d__0<System.Nullable<System.Int32>>", "Program.<Run>d__0<int?>")]
    public void Names_read_as_CSharp_writes_them(string name, string expected) => Assert.Equal(expected, TypeNames.Display(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_name_is_a_question_mark(string? name) => Assert.Equal("?", TypeNames.Display(name));

    [Theory]
    [InlineData(">")]
    [InlineData("System.Nullable<")]
    [InlineData("System.ValueTuple<,")]
    [InlineData("System.ValueTuple<System.Int32, System.Nullable<System.Int32")]
    [InlineData("<<<>>>>>")]
    [InlineData("A<B>>C<D")]
    public void Broken_names_end(string name) => Assert.NotEmpty(TypeNames.Display(name + new string('<', 5000)));
}
