using Churn;

// Churn [parked for good] [threads] [young methods of each thread]
int parked = args.Length > 0 ? int.Parse(args[0]) : 1000;
int threads = args.Length > 1 ? int.Parse(args[1]) : 2;
int young = args.Length > 2 ? int.Parse(args[2]) : 4000;

var sources = new TaskCompletionSource<int>[parked];
for (int i = 0; i < parked; i++)
{
    sources[i] = new TaskCompletionSource<int>();
    _ = Crowd.Old(sources[i].Task);
}

Crowd[] crowds = [.. Enumerable.Range(0, threads).Select(_ => new Crowd(young))];
Array.ForEach(crowds, c => c.Start());

// Every young method is parked from here on, but for the one that each thread is just replacing.
SpinWait.SpinUntil(() => crowds.All(c => c.Rounds > 0));
Commands.Serve(("report", () => Console.WriteLine($"{crowds.Sum(c => c.Rounds)} {GC.CollectionCount(0)}")));
GC.KeepAlive(sources);
