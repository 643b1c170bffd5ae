using Variables;

// Each method runs to its first await before its call returns, so that all are suspended when the last has returned.
object[] all = [new Shop().StartAll(), Shapes.StartAll(), Closures.StartAll()];
Commands.Serve();
GC.KeepAlive(all);
