using System.Runtime.CompilerServices;

namespace Context;

/// <summary>Everything that captures a context: boxes, pooled boxes, iterators, async void, delegates, continuations; and nested and done methods.</summary>
internal static class Kinds
{
    private static readonly ManualResetEventSlim s_gate = new();

    public static void StartAll()
    {
        Start(() => Pooled());
        Start(() => Value());
        Start(() => { Void(); return null; });
        Start(() => Iterate().GetAsyncEnumerator().MoveNextAsync());
        Start(() => Outer());
        Start(() => Ended(Done()));
        Start(() => Ended(DoneToo()));
        Start(() => Task.Run(Blocked));
        Start(() => Keep.Never.ContinueWith(Later));
        Start(() => new Task(NotStarted));
        Keep.Start(() => OrderContext.s_tenant.Value = "shared", () => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Shared())));
    }

    private static void Start(Func<object?> method) => Keep.Start(() => OrderContext.s_tenant.Value = "acme", method);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask Pooled() => await Keep.Never;

    private static async ValueTask<int> Value()
    {
        await Keep.Never;
        return 1;
    }

    private static async void Void() => await Keep.Never;

    private static async IAsyncEnumerable<int> Iterate()
    {
        await Keep.Never;
        yield return 1;
    }

    private static async Task Outer()
    {
        OrderContext.s_tenant.Value = "outer";
        await Inner();
    }

    private static async Task Inner()
    {
        OrderContext.s_tenant.Value = "inner";
        await Keep.Never;
    }

    private static Task Ended(Task done)
    {
        done.Wait();
        return done;
    }

    private static async Task<OrderState> Done()
    {
        await Task.Yield();
        return OrderState.Paid;
    }

    private static async Task<Guid> DoneToo()
    {
        await Task.Yield();
        return new Guid("00112233-4455-6677-8899-aabbccddeeff");
    }

    private static async Task Shared() => await Keep.Never;

    private static void Blocked() => s_gate.Wait();

    private static void Later(Task task)
    {
    }

    private static void NotStarted()
    {
    }
}
