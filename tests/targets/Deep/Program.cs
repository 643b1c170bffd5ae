using Deep;

List<object> kept = [Awaits.Struct(), Awaits.Boxed(), Awaits.Linked(), Awaits.Links(), Awaits.Node(), Awaits.Element(), Awaits.Named(), Awaits.Later()];
kept.Add(DeepScheduler.Queue());
kept.Add(new Timer(_ => { }, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan));
Threads.Start();
Commands.Serve();
GC.KeepAlive(kept);
