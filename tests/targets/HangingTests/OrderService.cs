namespace HangingTests;

/// <summary>The program under test: the stock is never refilled.</summary>
internal sealed class OrderService
{
    private readonly Inventory _inventory = new();

    public async Task<int> ReserveAsync(int id)
    {
        await _inventory.TakeAsync(id);
        return id;
    }
}
