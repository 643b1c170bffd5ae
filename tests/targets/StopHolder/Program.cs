// Looks at a target in a process of its own, so that a test may kill the looker, run it as another user, or see it die.
//   open SPEC    opens the target and says how that went
//   hold SPEC    stops the target and holds it until this process is killed
//   walk SPEC    stops the target and walks its heap over and over until the target is gone
//   warm SPEC    the same without a stop
//   list -       lists the .NET processes as this user sees them
using TaskFind.Targets;

return TargetThread.Run(() =>
{
    if (args[0] == "list")
    {
        foreach (ProcessEntry process in ProcessList.DotNet())
        {
            Console.WriteLine($"{process.ProcessId} {process.Name} {process.User} {process.RuntimeVersion} {process.WhyUnreadable}");
        }

        return 0;
    }

    try
    {
        using TargetSession session = TargetSession.Open(TargetSpec.Parse(args[1]), new TargetOptions(), CancellationToken.None);
        Console.WriteLine($"opened {session.Info}");
        switch (args[0])
        {
            case "hold":
                using (StopScope scope = session.Stop(CancellationToken.None))
                {
                    Console.WriteLine($"holding {scope.ThreadCount}");
                    Thread.Sleep(Timeout.Infinite);
                }

                break;
            case "walk":
                using (StopScope scope = session.StopWalkable(TargetSession.DefaultTries, CancellationToken.None))
                {
                    Walk(session, scope.Runtime);
                }

                break;
            case "warm":
                Walk(session, session.Runtime);
                break;
        }

        return 0;
    }
    catch (TargetException e)
    {
        Console.WriteLine($"{e.Kind}: {e.Message} | {e.Hint}");
        return 3;
    }
});

static void Walk(TargetSession session, Microsoft.Diagnostics.Runtime.ClrRuntime runtime)
{
    long objects = 0;
    bool told = false;
    while (!session.Gone)
    {
        try
        {
            foreach (var item in runtime.Heap.EnumerateObjects())
            {
                objects += item.Type is null ? 0 : 1;
                if (!told && objects > 1000)
                {
                    told = true;
                    Console.WriteLine("walking");
                }

                if (session.Gone)
                {
                    break;
                }
            }
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or Microsoft.Diagnostics.Runtime.ClrDiagnosticsException)
        {
            // Without a stop, or after its death, the target makes no sense; only an abort of this process would be a failure.
        }
    }

    Console.WriteLine($"gone after {objects} objects");
}
