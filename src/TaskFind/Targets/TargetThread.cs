using System.Runtime.ExceptionServices;

namespace TaskFind.Targets;

/// <summary>Runs one whole look, from attach to dispose, on one thread of its own.</summary>
internal static class TargetThread
{
    // The debugging library recurses over the target's types; a hostile target must not find a small stack.
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Runs the body on a fresh thread, waits for it, and rethrows what it threw.</summary>
    public static T Run<T>(Func<T> body)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        Thread thread = Start(() =>
        {
            try
            {
                result = body();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        thread.Join();
        failure?.Throw();
        return result;
    }

    /// <summary>Runs the body on a fresh thread and completes when it has ended.</summary>
    public static Task<T> RunAsync<T>(Func<T> body)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Start(() =>
        {
            try
            {
                done.SetResult(body());
            }
            catch (OperationCanceledException e)
            {
                done.SetCanceled(e.CancellationToken);
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    private static Thread Start(ThreadStart body)
    {
        var thread = new Thread(body, StackBytes) { IsBackground = true, Name = "taskfind look" };
        thread.Start();
        return thread;
    }
}
