namespace Churn;

/// <summary>A thread that allocates flat out and replaces its parked methods one after the other, so that all of them are young.</summary>
internal sealed class Crowd(int count)
{
    private readonly TaskCompletionSource<int>?[] _sources = new TaskCompletionSource<int>?[count];
    private long _rounds;
    private object? _garbage;

    /// <summary>How often all methods have been replaced.</summary>
    public long Rounds => Volatile.Read(ref _rounds);

    public void Start() => new Thread(Run) { IsBackground = true }.Start();

    public static async Task<int> Old(Task<int> task) => await task;

    private static async Task<int> Young(Task<int> task) => await task;

    private void Run()
    {
        for (int i = 0; ; i++)
        {
            var source = new TaskCompletionSource<int>();
            _ = Young(source.Task);
            TaskCompletionSource<int>? former = _sources[i % count];
            _sources[i % count] = source;
            former?.SetResult(1);
            _garbage = new byte[40 + (i % 400)];
            if (i % count == count - 1)
            {
                Volatile.Write(ref _rounds, _rounds + 1);
            }
        }
    }
}
