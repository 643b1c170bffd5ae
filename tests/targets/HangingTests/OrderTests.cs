using Xunit;

namespace HangingTests;

public sealed class OrderTests
{
    [Fact]
    public async Task Reserve_waits_for_stock()
    {
        var order = await new OrderService().ReserveAsync(7);
        Assert.Equal(7, order);
    }
}
