using System.Collections.Concurrent;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>One program for each runtime, looked at once alive and once from a dump; shared by all tests of a class.</summary>
public abstract class TargetViews(string program) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Pair>> _pairs = new();

    /// <summary>Gives what a look at a runtime's program says, "live" or from a "dump".</summary>
    internal TaskGraph Of(string framework, string view)
    {
        Pair pair = _pairs.GetOrAdd(framework, f => new Lazy<Pair>(() => new Pair(program, f))).Value;
        return view == "live" ? pair.Live : pair.Dump;
    }

    /// <summary>Gives the words of what the only pending task of a method waits for.</summary>
    internal static string Words(TaskGraph graph, string method)
    {
        TaskNode node = Assert.Single(graph.Nodes, n => !n.IsDone && n.Method?.DisplayName == method);
        return new Repr(graph).WaitsFor(node) ?? "";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Lazy<Pair> pair in _pairs.Values.Where(p => p.IsValueCreated))
            pair.Value.Target.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed class Pair
    {
        private readonly Lazy<TaskGraph> _dump;

        public Pair(string program, string framework)
        {
            Target = TargetProcess.Start(program, framework);
            Target.ReadUntil();
            Live = Look.At(Target);
            _dump = new Lazy<TaskGraph>(() =>
            {
                using TargetDump dump = TargetDump.Take(Target);
                return Look.At(dump);
            });
        }

        public TargetProcess Target { get; }

        public TaskGraph Live { get; }

        public TaskGraph Dump => _dump.Value;
    }
}
