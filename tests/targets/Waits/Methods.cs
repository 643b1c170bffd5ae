namespace Waits;

/// <summary>Methods that wait for other methods.</summary>
internal static class Methods
{
    public static void StartAll()
    {
        Sites.Start(First);
        Sites.StartVoid(Void);
        _ = FireAndForget();
        Sites.Start(Unobserving);
    }

    private static async Task<int> First()
    {
        int value = await Sites.At(Sites.Start(Second), "Methods.First", 1);
        return value + 1;
    }

    private static async Task<int> Second() => 1 + await Sites.At(Sites.Start(Third), "Methods.Second", 1);

    private static async Task<int> Third()
    {
        await Sites.Pass();
        return await Sites.Park("Methods.Third", 2);
    }

    private static async void Void() => await Sites.Park("Methods.Void", 1);

    // Not even the register of sites keeps the task of this one.
    private static async Task FireAndForget()
    {
        await Sites.Park("Methods.FireAndForget", 1);
    }

    private static async Task Unobserving()
    {
        Task<int> callee = Sites.Start(Third);
        await Sites.At(((Task)callee).WaitAsync(TimeSpan.FromHours(1)), "Methods.Unobserving", 1);
    }
}
