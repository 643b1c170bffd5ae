using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

public sealed class FitTests
{
    private static readonly Column[] s_columns = [new("name"), new("state", Cutting.ToFirstWord), new("method", Cutting.Start), new("waits for")];
    private static readonly string[] s_row = ["Task-7", "pending (WaitingToRun)", "OrderService.ReserveAsync()", "TaskCompletionSource<int> [name:'order-ready']"];

    [Fact]
    public void A_table_that_fits_is_left_alone() => Assert.Equal([s_row], ColumnFit.Fit(s_columns, [s_row], 200));

    [Fact]
    public void A_wide_table_gives_the_narrow_columns_their_room_and_keeps_the_end_of_a_method()
    {
        var row = Assert.Single(ColumnFit.Fit(s_columns, [s_row], 50));

        Assert.Equal(["Task-7", "pending", "…ce.ReserveAsync()", "TaskCompletionSou…"], row);
        Assert.True(row.Sum(c => c.Length) <= 50);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_terminal_without_room_still_gets_a_row(int width) => Assert.All(ColumnFit.Fit(s_columns, [s_row], width)[0], cell => Assert.NotEmpty(cell));

    [Fact]
    public void A_long_line_breaks_at_blanks_only()
    {
        Assert.Equal(["  wait_for=<a,", "    bbbbbbbbbbbbbbbbbbbbbb,", "    c>"], Wrapping.Lines("  wait_for=<a, bbbbbbbbbbbbbbbbbbbbbb, c>", 16, "    "));
        Assert.Equal(["short"], Wrapping.Lines("short", 80, "  "));
        Assert.Equal(["", ""], Wrapping.Lines("", 80, "  ").Concat(Wrapping.Lines("", 0, "")));
    }
}
