using System.Runtime.CompilerServices;

namespace Matrix;

/// <summary>Awaits of everything that can be awaited.</summary>
internal static class Awaitables
{
    public static void StartAll()
    {
        Sites.Start(PlainTask);
        Sites.Start(Configured);
        Sites.Start(ConfiguredResult);
        Sites.Start(WithOptions);
        Sites.Start(ValueTaskOfTask);
        Sites.Start(ValueTaskConfigured);
        Sites.Start(Source);
        Sites.Start(VoidSource);
        Sites.Start(SourceConfigured);
        Sites.Start(PooledOuter);
        Sites.Start(PooledVoid);
        Sites.Start(AwaitsValueTaskMethod);
        Sites.Start(Custom);
        Sites.Start(CustomStruct);
        Sites.Start(DynamicTask);
        Sites.Start(DynamicAwaiter);
        Sites.Start(WhenAllVoid);
        Sites.Start(WhenAllOfT);
        Sites.Start(WhenAnyOfTwo);
        Sites.Start(WhenAnyOfThree);
        Sites.Start(Waits);
        Sites.Start(Continued);
        Sites.Start(AsTask);
        Sites.Start(Unwrapped);
    }

    private static async Task PlainTask()
    {
        Task task = Sites.New("result");
        await Sites.At(task, "Awaitables.PlainTask", 1);
    }

    private static async Task Configured() => await Sites.At((Task)Sites.New(1), "Awaitables.Configured", 1).ConfigureAwait(false);

    private static async Task<int> ConfiguredResult() => await Sites.Park("Awaitables.ConfiguredResult", 1).ConfigureAwait(true);

    private static async Task WithOptions()
    {
        await ((Task)Sites.Park("Awaitables.WithOptions", 1)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private static async Task<int> ValueTaskOfTask() => await new ValueTask<int>(Sites.Park("Awaitables.ValueTaskOfTask", 1));

    private static async Task ValueTaskConfigured()
    {
        await new ValueTask(Sites.Park("Awaitables.ValueTaskConfigured", 1)).ConfigureAwait(false);
    }

    private static async Task<int> Source() => await Sites.At(new ParkedSource(), "Awaitables.Source", 1).Task;

    private static async Task VoidSource() => await Sites.At(new ParkedSource(), "Awaitables.VoidSource", 1).VoidTask;

    private static async ValueTask SourceConfigured()
    {
        await Sites.At(new ParkedSource(), "Awaitables.SourceConfigured", 1).VoidTask.ConfigureAwait(false);
    }

    private static async Task<int> PooledOuter()
    {
        return await Sites.At(Sites.Start(Pooled), "Awaitables.PooledOuter", 1);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<int> Pooled()
    {
        await Sites.Pass();
        return await Sites.Park("Awaitables.Pooled", 2);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask PooledVoid()
    {
        await Sites.Park("Awaitables.PooledVoid", 1);
    }

    private static async Task<int> AwaitsValueTaskMethod()
    {
        return await Sites.At(Sites.Start(ValueTaskMethod), "Awaitables.AwaitsValueTaskMethod", 1);
    }

    private static async ValueTask<int> ValueTaskMethod() => await Sites.Park("Awaitables.ValueTaskMethod", 1);

    private static async Task<int> Custom() => await Sites.At(new CustomAwaiter(), "Awaitables.Custom", 1);

    private static async Task<int> CustomStruct()
    {
        return await new StructAwaitable(Sites.At(new CustomAwaiter(), "Awaitables.CustomStruct", 1));
    }

    private static async Task DynamicTask()
    {
        dynamic task = Sites.Park("Awaitables.DynamicTask", 1, line: NextLine());
        await task;
    }

    private static async Task DynamicAwaiter()
    {
        var awaitable = new CustomAwaiter();
        await (dynamic)Sites.At(awaitable, "Awaitables.DynamicAwaiter", 1);
    }

    private static async Task WhenAllVoid()
    {
        Task[] tasks = [Sites.New(1), Sites.New("two"), Task.CompletedTask];
        await Sites.At(Task.WhenAll(tasks), "Awaitables.WhenAllVoid", 1);
    }

    private static async Task<int[]> WhenAllOfT()
    {
        return await Sites.At(Task.WhenAll(Sites.New(1), Sites.New(2)), "Awaitables.WhenAllOfT", 1);
    }

    private static async Task<int> WhenAnyOfTwo()
    {
        return await await Sites.At(Task.WhenAny(Sites.New(1), Sites.New(2)), "Awaitables.WhenAnyOfTwo", 1);
    }

    private static async Task WhenAnyOfThree()
    {
        await Sites.At(Task.WhenAny(Sites.New(1), Sites.New(2), Sites.New(3)), "Awaitables.WhenAnyOfThree", 1);
    }

    private static async Task<int> Waits()
    {
        return await Sites.At(Sites.New(1).WaitAsync(TimeSpan.FromHours(1)), "Awaitables.Waits", 1);
    }

    private static async Task<int> Continued()
    {
        return await Sites.At(Sites.New(1).ContinueWith(t => t.Result, TaskScheduler.Default), "Awaitables.Continued", 1);
    }

    private static async Task<int> AsTask()
    {
        return await Sites.At(new ParkedSource().Task.AsTask(), "Awaitables.AsTask", 1);
    }

    private static async Task<int> Unwrapped()
    {
        return await Sites.At(Task.FromResult(Sites.New(1)).Unwrap(), "Awaitables.Unwrapped", 1);
    }

    private static int NextLine([CallerLineNumber] int line = 0) => line + 1;
}
