namespace Variables;

/// <summary>Variables that a lambda uses too, which live in an object of their own.</summary>
internal static class Closures
{
    public static object StartAll() => new object[] { One(21, "kept"), Nested(22), new Owner().Own(23), Lambdas.Start(31), new Lambdas().OfAnObject(32) };

    private static async Task One(int id, string alone)
    {
        int count = id;
        Func<int> next = () => count++ + id;
        await Never.Task;
        Never.Use(next(), alone);
    }

    private static async Task Nested(int outer)
    {
        Func<int> first = () => outer;
        for (int i = 0; i < 1; i++)
        {
            int inner = outer + i;
            Func<int> second = () => inner + outer;
            await Never.Task;
            Never.Use(second());
        }

        Never.Use(first());
    }

    private sealed class Owner
    {
        public async Task Own(int id)
        {
            Func<string> text = () => $"{this} {id}";
            await Never.Task;
            Never.Use(text());
        }
    }
}
