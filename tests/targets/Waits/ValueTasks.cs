using System.Runtime.CompilerServices;

namespace Waits;

/// <summary>Waits for ValueTasks and for awaitables of the program's own.</summary>
internal static class ValueTasks
{
    public static void StartAll()
    {
        Sites.Start(Outer);
        Sites.Start(OverSource);
        Sites.Start(Plain);
        Sites.Start(Custom);
        Sites.Start(CustomStruct);
        Sites.Start(AsTask);
    }

    private static async Task<int> Outer() => await Sites.At(Sites.Start(PooledMiddle), "ValueTasks.Outer", 1);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<int> PooledMiddle()
    {
        return await Sites.At(Sites.Start(PooledInner), "ValueTasks.PooledMiddle", 1);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<int> PooledInner()
    {
        await Sites.Pass();
        return await Sites.Park("ValueTasks.PooledInner", 2);
    }

    private static async ValueTask<int> Plain() => await Sites.Park("ValueTasks.Plain", 1);

    private static async Task<int> OverSource() => await Sites.At(new ParkedSource(), "ValueTasks.OverSource", 1).Task;

    private static async Task<int> Custom() => await Sites.At(new CustomAwaiter(), "ValueTasks.Custom", 1);

    private static async Task<int> CustomStruct()
    {
        return await new StructAwaitable(Sites.At(new CustomAwaiter(), "ValueTasks.CustomStruct", 1));
    }

    private static async Task<int> AsTask() => await Sites.At(new ParkedSource().Task.AsTask(), "ValueTasks.AsTask", 1);
}
