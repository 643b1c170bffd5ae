namespace Waits;

/// <summary>One task that several methods and a thread wait for, so that its continuation is a list.</summary>
internal static class Shared
{
    private static Task<int> s_task = null!;

    public static void StartAll()
    {
        s_task = Sites.New(1);
        Sites.Start(FirstWaiter);
        Sites.Start(SecondWaiter);
        Sites.Start(ThirdWaiter);
        new Thread(Blocks) { IsBackground = true, Name = "shared-waiter" }.Start();
        Standing.Expect("SharedBlocked");
        // A delegate in each of the two shapes: with an execution context to flow, and bare.
        s_task.GetAwaiter().OnCompleted(Called);
        s_task.GetAwaiter().UnsafeOnCompleted(CalledBare);
        Standing.Tell("SharedContinuation", s_task.ContinueWith(Continue, TaskScheduler.Default), "Shared.Continue", TaskStatus.WaitingForActivation, [s_task]);
    }

    private static async Task<int> FirstWaiter() => await Sites.At(s_task, "Shared.FirstWaiter", 1);

    private static async Task<int> SecondWaiter() => await Sites.At(s_task, "Shared.SecondWaiter", 1).ConfigureAwait(false);

    private static async Task<int> ThirdWaiter() => await new ValueTask<int>(Sites.At(s_task, "Shared.ThirdWaiter", 1));

    private static int Continue(Task<int> task) => task.Result;

    private static void Called() => GC.KeepAlive(s_task);

    private static void CalledBare() => GC.KeepAlive(s_task);

    private static void Blocks()
    {
        Standing.Here("SharedBlocked", "Shared.Blocks", waitsFor: [s_task]);
        s_task.Wait();
    }
}
