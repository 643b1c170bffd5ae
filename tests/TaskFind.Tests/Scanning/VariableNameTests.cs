using TaskFind.Scanning.Variables;
using Xunit;

namespace TaskFind.Tests.Scanning;

public sealed class VariableNameTests
{
    [Theory]
    [InlineData("id", "id")]
    [InlineData("<>4__this", "this")]
    [InlineData("<order>5__2", "order")]
    [InlineData("<order>5__12", "order")]
    [InlineData("$VB$Me", "this")]
    [InlineData("$VB$Local_order", "order")]
    [InlineData("$VB$ResumableLocal_order$0", "order")]
    [InlineData("<>1__state", null)]
    [InlineData("<>t__builder", null)]
    [InlineData("<>u__1", null)]
    [InlineData("<>7__wrap2", null)]
    [InlineData("<>s__3", null)]
    [InlineData("<>2__current", null)]
    [InlineData("<>3__count", null)]
    [InlineData("<>l__initialThreadId", null)]
    [InlineData("<>9__0", null)]
    [InlineData("$State", null)]
    [InlineData("$Builder", null)]
    [InlineData("$A0", null)]
    [InlineData("ResumptionPoint", null)]
    [InlineData("<>5__", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_field_is_a_variable_or_none(string? field, string? variable) => Assert.Equal(new VariableName(variable, false), VariableName.Of(field));

    [Theory]
    [InlineData("<>8__1")]
    [InlineData("CS$<>8__locals1")]
    [InlineData("$VB$Closure_0")]
    [InlineData("$VB$NonLocal_$VB$Closure_2")]
    [InlineData("$VB$ResumableLocal_$VB$Closure_$0")]
    public void A_field_is_a_closure(string field) => Assert.Equal(new VariableName(null, true), VariableName.Of(field));
}
