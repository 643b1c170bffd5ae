using Many;

// Many N [depth] [chain|delay|semaphore|whenall|shared|fanin|mixed]
int count = args.Length > 0 ? int.Parse(args[0]) : 1000;
int depth = args.Length > 1 ? int.Parse(args[1]) : 1;
string shape = args.Length > 2 ? args[2] : "mixed";

var crowd = new Crowd(depth);
Task[] tasks = [.. Enumerable.Range(0, count).Select(i => crowd.Start(shape, i))];

// A kick-off that has returned a Task that is not done has suspended for certain.
if (tasks.Any(t => t.IsCompleted))
{
    throw new InvalidOperationException("a method that was to be parked has run through");
}

Console.WriteLine($$"""{"tasks":{{count}},"depth":{{depth}},"methods":{{crowd.Methods}}}""");
Commands.Serve(("go", () =>
{
    crowd.LetGo();
    Task.WaitAll(tasks);
    Console.WriteLine($"finished {count}");
}));
