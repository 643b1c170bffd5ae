using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sources;

/// <summary>Waits for sources that the program keeps somewhere.</summary>
internal static class AbleHeld
{
    private static readonly Dictionary<string, TaskCompletionSource<int>> s_orders = [];
    private static readonly ConditionalWeakTable<object, object> s_table = new();
    private static readonly object s_key = new();
    private static Promise s_promise;
    private static (int Number, TaskCompletionSource<int>? Source) s_pair;
    private static event Action? Arrived;

    public static void Start()
    {
        Able.Wait("Able.InDictionary", source => s_orders.Add("one", source));
        Able.Wait("Able.InTableWithLivingKey", source => s_table.Add(s_key, source));
        Able.Wait("Able.InHandle", source => GCHandle.Alloc(source));
        Able.Wait("Able.InEvent", source => Arrived += () => source.SetResult(1));
        Able.Wait("Able.InStaticStruct", source => s_pair = (1, source));
        Able.Wait("Able.InArrayOfStructs", source => Keep.Alive(new[] { (1, (object)"one", 1L), (2, source, 2L) }));
        Able.Wait("Able.InIteratorThatYielded", Yielded);
        Able.Wait("Able.OfDerivedType", source => Keep.Alive(new List<object> { source }));
        s_promise.Builder = AsyncTaskMethodBuilder<int>.Create();
        Keep.Waiter("able.InBuilder", _ => InBuilder(s_promise.Builder.Task));
        Arrived += () => { };
    }

    private static async Task<int> InBuilder(Task<int> task) => await task;

    private static void Yielded(TaskCompletionSource<int> source)
    {
        IAsyncEnumerator<int> numbers = Numbers(source).GetAsyncEnumerator();
        if (!numbers.MoveNextAsync().IsCompleted)
        {
            throw new InvalidOperationException("it was to yield");
        }

        Keep.Alive(numbers);
    }

    private static async IAsyncEnumerable<int> Numbers(TaskCompletionSource<int> source)
    {
        yield return 1;
        await Task.Yield();
        source.SetResult(1);
    }

    private struct Promise
    {
        public AsyncTaskMethodBuilder<int> Builder;
    }
}
