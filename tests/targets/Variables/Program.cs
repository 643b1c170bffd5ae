using Variables;

// Each method runs to its first await before its call returns; those that wait for something that comes are given the time for it.
var shop = new Shop();
object[] all = [shop.StartAll(), Shapes.StartAll(), Closures.StartAll()];
shop.Settle();
Commands.Serve();
GC.KeepAlive(all);
