namespace Waits;

/// <summary>Waits for several tasks at once.</summary>
internal static class Combinators
{
    public static void StartAll()
    {
        Sites.Start(AllVoid);
        Sites.Start(AllOfT);
        Sites.Start(AllOfMethods);
        Sites.Start(AllOfMany);
        Sites.Start(AnyOfTwo);
        Sites.Start(AnyOfThree);
        Sites.Start(AnyOfMethods);
        Sites.Start(AllOverAny);
    }

    private static async Task AllVoid()
    {
        Task[] tasks = [Sites.New(1), Task.CompletedTask, Sites.New("two")];
        await Sites.At(Task.WhenAll(tasks), "Combinators.AllVoid", 1);
    }

    private static async Task<int[]> AllOfT()
    {
        return await Sites.At(Task.WhenAll(Sites.New(1), Task.FromResult(2), Sites.New(3)), "Combinators.AllOfT", 1);
    }

    private static async Task AllOfMethods()
    {
        await Sites.At(Task.WhenAll((Task)Sites.Start(Branch), Sites.Start(Branch), Sites.Start(Branch)), "Combinators.AllOfMethods", 1);
    }

    private static async Task<int[]> AllOfMany()
    {
        return await Sites.At(Task.WhenAll(Enumerable.Range(0, 500).Select(i => Sites.New(i))), "Combinators.AllOfMany", 1);
    }

    private static async Task<int> AnyOfTwo()
    {
        return await await Sites.At(Task.WhenAny(Sites.New(1), Sites.New(2)), "Combinators.AnyOfTwo", 1);
    }

    private static async Task<int> AnyOfThree()
    {
        return await await Sites.At(Task.WhenAny(Sites.New(1), Sites.New(2), Sites.New(3)), "Combinators.AnyOfThree", 1);
    }

    private static async Task AnyOfMethods()
    {
        await await Sites.At(Task.WhenAny((Task)Sites.Start(Branch), Sites.Start(Branch)), "Combinators.AnyOfMethods", 1);
    }

    private static async Task AllOverAny()
    {
        Task any = Task.WhenAny(Sites.New(1), Sites.New(2));
        await Sites.At(Task.WhenAll(any, Sites.New(3)), "Combinators.AllOverAny", 1);
    }

    private static async Task<int> Branch() => await Sites.Park("Combinators.Branch", 1);
}
