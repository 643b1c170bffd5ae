using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

public sealed class TargetSpecTests
{
    [Fact]
    public void Digits_are_a_process_id()
    {
        TargetSpec spec = TargetSpec.Parse("4711");
        Assert.Equal(TargetSpec.ForProcess(4711), spec);
        Assert.Equal("4711", spec.ToString());
    }

    [Fact]
    public void An_existing_file_is_a_dump()
    {
        string file = typeof(TargetSpecTests).Assembly.Location;
        Assert.Equal(TargetSpec.ForDump(file), TargetSpec.Parse(file));
    }

    [Theory]
    [InlineData("/no/such/dump")]
    [InlineData("./core.1")]
    public void Whatever_has_a_slash_is_meant_as_a_dump(string text) => Assert.Equal(text, TargetSpec.Parse(text).DumpPath);

    [Theory]
    [InlineData("Shop")]
    [InlineData("-1")]
    [InlineData("99999999999999")]
    [InlineData("４７")]
    public void The_rest_is_a_name(string text) => Assert.Equal(text, TargetSpec.Parse(text).Name);

    [Fact]
    public void Nothing_named_is_the_only_process() => Assert.Equal("the only .NET process", TargetSpec.OnlyProcess.ToString());
}
