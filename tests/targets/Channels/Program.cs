using Channels;

// Every method runs on this thread up to the await that suspends it, so all stand when the last call has returned.
var kept = new List<object> { Bounded.StartAll(), Unbounded.StartAll(), SingleReader.StartAll(), Pipes.StartAll() };
#if NET9_0_OR_GREATER
kept.Add(Prioritized.StartAll());
#endif
#if NET10_0_OR_GREATER
kept.Add(Rendezvous.StartAll());
#endif
Commands.Serve();
GC.KeepAlive(kept);
