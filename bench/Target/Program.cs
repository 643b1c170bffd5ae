// Parks async methods in a known mix of shapes between ballast, and tells how long it stood still.
// Arguments: how many methods, how many MB of heap. On stdin: 'gap' prints the longest gap in milliseconds since the last time, 'quit' ends.
using System.Globalization;
using TaskFind.Bench.Target;

var methods = int.Parse(args[0], CultureInfo.InvariantCulture);
var megabytes = int.Parse(args[1], CultureInfo.InvariantCulture);
var parked = new Parked();
var ballast = new Ballast();
// A slice of each in turn, so that tasks and ballast lie mixed, as they do in a program that has run for a while.
const int slices = 64;
for (var slice = 1; slice <= slices; slice++)
{
    parked.ParkUpTo((int)((long)methods * slice / slices));
    ballast.FillUpTo((long)megabytes * slice * 1024 * 1024 / slices);
}

GC.Collect();
using var heartbeat = new Heartbeat();
Console.WriteLine($"{methods} methods, {GC.GetTotalMemory(false) >> 20} MB, {(System.Runtime.GCSettings.IsServerGC ? "Server" : "Workstation")} GC");
Console.WriteLine("ready");
while (Console.ReadLine() is { } line && line != "quit")
{
    if (line == "gap")
        Console.WriteLine(heartbeat.TakeLongest().ToString("0.0", CultureInfo.InvariantCulture));
}

GC.KeepAlive(parked);
GC.KeepAlive(ballast);
