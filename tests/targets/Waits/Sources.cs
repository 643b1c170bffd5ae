namespace Waits;

/// <summary>Waits for a TaskCompletionSource, held here and there.</summary>
internal static class Sources
{
    private static readonly TaskCompletionSource<int> s_static = new("static-order");

    public static void StartAll()
    {
        var service = new OrderService();
        Sites.Start(service.InField);
        Sites.Start(service.InVoidField);
        Sites.OnGo(() => s_static.SetResult(1));
        Sites.Start(InStatic);
        Sites.Start(InLocal, ends: false);
        Sites.Start(Unnamed);
    }

    private static async Task<int> InStatic() => await Sites.At(s_static.Task, "Sources.InStatic", 1);

    private static async Task<int> InLocal()
    {
        var local = new TaskCompletionSource<int>("local-order");
        int value = await Sites.At(local.Task, "Sources.InLocal", 1);
        return value + (local.Task.IsCompleted ? 1 : 0);
    }

    private static async Task<string> Unnamed()
    {
        var unnamed = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Sites.OnGo(() => unnamed.SetResult("text"));
        return await Sites.At(unnamed.Task, "Sources.Unnamed", 1);
    }

    private sealed class OrderService
    {
        private readonly TaskCompletionSource<int> _orderReady = new("field-order", TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _shipped = new("field-shipped");

        public async Task<int> InField()
        {
            Sites.OnGo(() => _orderReady.SetResult(1));
            return await Sites.At(_orderReady.Task, "Sources.OrderService.InField", 1);
        }

        public async Task InVoidField()
        {
            Sites.OnGo(_shipped.SetResult);
            await Sites.At(_shipped.Task, "Sources.OrderService.InVoidField", 1);
        }
    }
}
