using Waits;

// First those that need a thread of the pool, which the others only borrow.
Starting.StartAll();
Delegates.StartAll();
Schedulers.StartAll();
Methods.StartAll();
Delays.StartAll();
Sources.StartAll();
Combinators.StartAll();
Locks.StartAll();
Streams.StartAll();
ValueTasks.StartAll();
Shared.StartAll();
Endings.StartAll();
Blocked.StartAll();

IReadOnlyList<Site> sites = Sites.Settle();
IReadOnlyList<Standing> standings = Standing.Settle();
foreach (Site site in sites)
{
    Console.WriteLine(site.ToJson());
}

foreach (Standing standing in standings)
{
    Console.WriteLine(standing.ToJson());
}

Commands.Serve(("go", () => Console.WriteLine(Sites.Go())));
