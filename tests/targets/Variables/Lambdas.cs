namespace Variables;

/// <summary>Async lambdas, whose object is their closure.</summary>
internal sealed class Lambdas
{
    public static object Start(int id)
    {
        string name = "captured";
        Func<int, Task> captures = async own =>
        {
            await Never.Task;
            Never.Use(id, name, own);
        };
        Func<int, Task> alone = async own =>
        {
            Task<int> other = new TaskCompletionSource<int>().Task;
            await Never.Task;
            Never.Use(own, other);
        };
        return new object[] { captures(1), alone(2) };
    }

    public Task OfAnObject(int id)
    {
        Func<Task> captures = async () =>
        {
            await Never.Task;
            Never.Use(this, id);
        };
        return captures();
    }
}
