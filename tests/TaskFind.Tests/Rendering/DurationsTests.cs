using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

public sealed class DurationsTests
{
    [Theory]
    [InlineData(0, "0.0s")]
    [InlineData(50, "50ms")]
    [InlineData(99, "99ms")]
    [InlineData(100, "0.1s")]
    [InlineData(800, "0.8s")]
    [InlineData(59_940, "59.9s")]
    [InlineData(59_960, "1m00s")]
    [InlineData(725_000, "12m05s")]
    [InlineData(3_599_600, "1h00m")]
    [InlineData(11_220_000, "3h07m")]
    [InlineData(187_200_000, "2d04h")]
    public void Every_part_has_its_unit(int milliseconds, string text) => Assert.Equal(text, Durations.Text(TimeSpan.FromMilliseconds(milliseconds)));
}
