using System.Collections.Concurrent;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>One Web program for each runtime with a request that it does not answer, looked at once alive and once from a dump.</summary>
public sealed class WebViews : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Pair>> _pairs = new();

    /// <summary>Gives what a look at a runtime's program says, "live" or from a "dump".</summary>
    internal TaskGraph Of(string framework, string view)
    {
        Pair pair = _pairs.GetOrAdd(framework, f => new Lazy<Pair>(() => new Pair(f))).Value;
        return view == "live" ? pair.Live : pair.Dump.Value;
    }

    public void Dispose()
    {
        foreach (Lazy<Pair> pair in _pairs.Values.Where(p => p.IsValueCreated))
        {
            pair.Value.Dispose();
        }
    }

    private sealed class Pair : IDisposable
    {
        private readonly WebTarget _web;

        public Pair(string framework)
        {
            _web = new WebTarget(framework, expected: 1);
            _web.Send("GET", "/slow?token=secret");
            Live = Look.At(_web.Ready());
            Dump = new Lazy<TaskGraph>(() =>
            {
                using TargetDump dump = TargetDump.Take(_web.Process);
                return Look.At(dump);
            });
        }

        public TaskGraph Live { get; }

        public Lazy<TaskGraph> Dump { get; }

        public void Dispose() => _web.Dispose();
    }
}
