using System.Collections.Concurrent;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>One Net program for each runtime, looked at once alive and once from a dump; shared by all tests of the class.</summary>
public sealed class NetViews : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Pair>> _pairs = new();

    public void Dispose()
    {
        foreach (Lazy<Pair> pair in _pairs.Values.Where(p => p.IsValueCreated))
        {
            pair.Value.Dispose();
        }
    }

    /// <summary>Gives the graph of a runtime, "live" or "dump", and what the program says of itself.</summary>
    internal (TaskGraph Graph, IReadOnlyDictionary<string, string> Facts) Of(string framework, string view)
    {
        Pair pair = _pairs.GetOrAdd(framework, f => new Lazy<Pair>(() => new Pair(f))).Value;
        return (view == "live" ? pair.Live : pair.Dump.Value, pair.Facts);
    }

    private sealed class Pair : IDisposable
    {
        private readonly TargetProcess _target;

        public Pair(string framework)
        {
            _target = TargetProcess.Start("Net", framework);
            Facts = _target.ReadUntil().Select(l => l.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
            Live = Look.At(_target);
            Dump = new Lazy<TaskGraph>(() =>
            {
                using TargetDump dump = TargetDump.Take(_target);
                return Look.At(dump);
            });
        }

        public IReadOnlyDictionary<string, string> Facts { get; }

        public TaskGraph Live { get; }

        public Lazy<TaskGraph> Dump { get; }

        // At the end of its stdin the program removes the folder that it made.
        public void Dispose()
        {
            _target.CloseInput();
            _target.WaitForExit();
            _target.Dispose();
        }
    }
}
