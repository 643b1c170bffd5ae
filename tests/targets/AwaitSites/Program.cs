using Matrix;

// Every method is started from Main and held to park at one await, which its fact line describes.
Owner main = Sites.Enter();
new Thread(Serve).Start();
Basic.StartAll();
ControlFlow.StartAll();
Lambdas.StartAll();
Generics.StartAll();
Types.StartAll();
Iterators.StartAll();
Awaitables.StartAll();
Sites.Start(TopLocal);
Func<Task<int>> topLambda = async () => await Sites.Park("Program.<top-level>.<lambda>", 1);
Sites.Start(topLambda);
await Sites.Park("Program.<top-level>", 1);
await Sites.Pass();

static async Task<int> TopLocal()
{
    int value = await Sites.Park("Program.<top-level>.TopLocal", 1);
    return value;
}

static void Serve()
{
    foreach (Site site in Sites.Settle().OrderBy(s => s.Number))
    {
        Console.WriteLine(site.ToJson());
    }

    Commands.Serve(("go", () => Console.WriteLine(Sites.Go())));
}
