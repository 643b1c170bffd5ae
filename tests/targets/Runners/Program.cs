using TargetShared;

namespace Runners;

/// <summary>Async methods that run and never come to an await: in native code, and as the delegate of a task.</summary>
internal static class Program
{
    private static void Main()
    {
        Background.Collect();
        Task marked = NativeCode.StartAsync();
        Task<Task> started = Task.Factory.StartNew(Blocked.RunAsync, TaskCreationOptions.LongRunning);
        SpinWait.SpinUntil(() => NativeCode.IsInside && Blocked.IsInside);
        Console.WriteLine($"NativeCode.cs:{NativeCode.Line} Blocked.cs:{Blocked.Line}");
        Commands.Serve();
        GC.KeepAlive((marked, started));
    }
}
