using System.Runtime.CompilerServices;

namespace Variables;

/// <summary>Methods of every shape that a state machine has.</summary>
internal static class Shapes
{
    public static object StartAll()
    {
        Void("void");
        IAsyncEnumerator<int> numbers = Iterator(3).GetAsyncEnumerator();
        return new object[] { Pooled(11).AsTask(), Value(12).AsTask(), Generic("text"), Generic(13), numbers, numbers.MoveNextAsync().AsTask(), NoVariables(), Local(), Wide(default, 99) };

        static async Task Local()
        {
            string own = "of a local function";
            await Never.Task;
            Never.Use(own);
        }
    }

    private static async void Void(string name)
    {
        await Never.Task;
        Never.Use(name);
    }

    private static async IAsyncEnumerable<int> Iterator(int count)
    {
        for (int i = 1; i < count; i++)
        {
            await Never.Task;
            yield return i;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask Pooled(int id)
    {
        await Never.Task;
        Never.Use(id);
    }

    private static async ValueTask<int> Value(int id)
    {
        await Never.Task;
        return id;
    }

    private static async Task Generic<T>(T item)
    {
        await Never.Task;
        Never.Use(item);
    }

    private static async Task NoVariables() => await Never.Task;

    private static async Task Wide(Wide wide, int behind)
    {
        await Never.Task;
        Never.Use(wide[0], behind);
    }
}

/// <summary>A struct that is longer than what is read of a machine.</summary>
[InlineArray(1000)]
internal struct Wide
{
    public long First;
}
