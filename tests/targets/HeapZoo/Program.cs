// One object at least of every kind that a heap can hold, with holes between them, and then a heap that nobody touches.
var zoo = new HeapZoo.Zoo();
zoo.Fill();
zoo.MakeHoles();
Console.WriteLine($$"""{"server":{{(System.Runtime.GCSettings.IsServerGC ? "true" : "false")}},"parked":{{zoo.Parked}}}""");
Commands.Serve(("go", () => Console.WriteLine($"finished {zoo.LetGo()}")));
