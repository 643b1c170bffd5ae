using Queues;

// The pool comes to a stand before anything else is queued, and the main thread queues in a known order.
Pool.BlockWorkers();
var kept = new List<object> { Pool.QueueAll(), Turns.StartAll(), Blocks.StartAll() };
Pool.AwaitTimer();
Commands.Serve();
GC.KeepAlive(kept);
