using Primitives;

// Each method runs to its first await before its call returns, so that all are suspended when the last has returned.
Sources.StartAll();
Semaphores.StartAll();
Holding.StartAll();
Timers.StartAll();
Joins.StartAll();
Parallels.StartAll();
Patterns.StartAll();
BlockedThreads.StartAll();
Starved.StartAll();
Commands.Serve();
GC.KeepAlive(Keep.All);
