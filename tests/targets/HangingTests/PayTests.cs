using Xunit;

namespace HangingTests;

public sealed class PayTests
{
    [Theory, InlineData(3)]
    public void Pay_blocks(int id) => Assert.Equal(id, new OrderService().ReserveAsync(id).Result);
}
