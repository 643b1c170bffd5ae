using Troubles;

// "Troubles deadlock" has the trouble, "Troubles deadlock innocent" looks like it and has not.
Scenes.Start(args[0], isInnocent: args.Length > 1);
if (args is ["sync-over-async", _])
{
    // The main thread is blocked on the task of an async Main, as that of many a healthy program.
    new Thread(() => Commands.Serve()) { IsBackground = true }.Start();
    await Task.Delay(Timeout.Infinite);
}

Commands.Serve();
GC.KeepAlive(Keep.All);
