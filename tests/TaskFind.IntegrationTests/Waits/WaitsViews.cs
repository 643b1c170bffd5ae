using System.Collections.Concurrent;
using System.Diagnostics;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>One Waits program for each runtime, looked at once alive and once from a dump; shared by all tests of the class.</summary>
public sealed class WaitsViews : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Pair>> _pairs = new();

    /// <summary>Gives the view of a runtime, "live" or "dump".</summary>
    internal WaitsView Of(string framework, string view)
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
        private readonly TargetProcess _target;
        private TargetDump? _dump;

        public Pair(string framework)
        {
            var age = Stopwatch.StartNew();
            _target = TargetProcess.Start("Waits", framework);
            (IReadOnlyList<SiteFact> sites, IReadOnlyList<StandingFact> standings) = StandingFact.ReadAll(_target);
            var options = new LookOptions { Values = true };
            Live = new WaitsView(Look.At(_target, options), sites, standings, age.Elapsed, null);
            Dump = new Lazy<WaitsView>(() =>
            {
                _dump = TargetDump.Take(_target);
                return new WaitsView(Look.At(_dump, options), sites, standings, age.Elapsed, _dump);
            });
        }

        public WaitsView Live { get; }

        public Lazy<WaitsView> Dump { get; }

        public void Dispose()
        {
            _dump?.Dispose();
            _target.Dispose();
        }
    }
}
