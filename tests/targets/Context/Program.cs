using Context;

// Each method runs to its first await before its call returns, so that all are suspended when the last has returned.
Maps.StartAll();
Values.StartAll();
Activities.StartAll();
Kinds.StartAll();
Commands.Serve();
GC.KeepAlive(Keep.All);
