using Sources;

// What was collected comes first: all others hold what the garbage collector would take.
Keep.OnThread(Collected.Start);
GC.Collect();
GC.WaitForPendingFinalizers();
GC.Collect();
Keep.OnThread(Never.Start);
Keep.OnThread(NeverChained.Start);
Keep.OnThread(Able.Start);
Keep.OnThread(AbleHeld.Start);
Keep.OnThread(AbleRunning.Start);
Keep.Settle();
Commands.Serve(("many", () => Keep.OnThread(Ballast.Make)));
