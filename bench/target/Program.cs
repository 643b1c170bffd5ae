using System.Globalization;
using System.Runtime;
using TaskFind.Bench.Target;

// BenchTarget TASKS MEGABYTES [THREADS]: parks methods that make about so many tasks, in a heap of about that size, and so many threads.
// Serves "watch" (begin to look for gaps), "gap" (stop looking; says the longest, in milliseconds) and "quit"; a question is repeated in its answer.
var tasks = int.Parse(args[0], CultureInfo.InvariantCulture);
var bytes = long.Parse(args[1], CultureInfo.InvariantCulture) << 20;

var shapes = new Shapes();
var ballast = new Ballast();
while (shapes.Tasks < tasks)
{
    shapes.ParkNext();
    ballast.GrowTo((long)((bytes - GC.GetTotalMemory(false) + ballast.Bytes) * ((double)shapes.Tasks / tasks)));
}

ballast.GrowTo(bytes - (GC.GetTotalMemory(false) - ballast.Bytes));
Parking.Park(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0);
GC.Collect();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tasks={shapes.Tasks} heap_mb={GC.GetTotalMemory(false) >> 20} objects={ballast.Objects} server={GCSettings.IsServerGC}"));
Console.WriteLine("ready");

using var heartbeat = new Heartbeat();
for (var line = Console.ReadLine(); line is not (null or "quit"); line = Console.ReadLine())
{
    if (line.StartsWith("watch", StringComparison.Ordinal))
        heartbeat.Start();
    var answer = line.StartsWith("gap", StringComparison.Ordinal) ? heartbeat.Stop().TotalMilliseconds : 0;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Trim()} {answer:0.0}"));
}

GC.KeepAlive(ballast);
GC.KeepAlive(shapes);
