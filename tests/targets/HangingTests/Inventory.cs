namespace HangingTests;

internal sealed class Inventory
{
    private readonly TaskCompletionSource _refilled = new();

    public async Task TakeAsync(int id)
    {
        if (id > 0)
            await _refilled.Task;
    }
}
