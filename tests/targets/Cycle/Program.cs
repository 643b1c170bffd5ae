using Cycle;

// Each ring is closed by hand: its first method waits at a gate until the last one is there to be awaited.
var gate = new TaskCompletionSource();
Ring.Start(gate.Task);
gate.SetResult();
foreach (Site site in Sites.Settle())
{
    Console.WriteLine(site.ToJson());
}

Commands.Serve(("go", () => Console.WriteLine(Sites.Go())));
