using System.Collections.Concurrent;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;

namespace TaskFind.IntegrationTests.Reachability;

/// <summary>The Sources program on each runtime, looked at deeply, once for all tests of a class.</summary>
public sealed class SourcesViews : IDisposable
{
    internal static readonly LookOptions Deep = new() { Deep = true, Timeout = TimeSpan.FromMinutes(3) };
    private readonly ConcurrentDictionary<(string Program, string Framework), Lazy<Pair>> _pairs = new();

    /// <summary>Gives what a deep look at a dump says.</summary>
    internal TaskGraph Of(string program, string framework, DumpKind kind = DumpKind.Full) => Pairs(program, framework).Dump(kind);

    /// <summary>Gives the running program.</summary>
    internal TargetProcess Target(string program, string framework) => Pairs(program, framework).Target;

    /// <summary>Gives the names of the sources, as the program says them.</summary>
    internal IReadOnlyList<string> Names(string program, string framework) => Pairs(program, framework).Names;

    public void Dispose()
    {
        foreach (Lazy<Pair> pair in _pairs.Values.Where(p => p.IsValueCreated))
            pair.Value.Target.Dispose();
    }

    private Pair Pairs(string program, string framework) =>
        _pairs.GetOrAdd((program, framework), key => new Lazy<Pair>(() => new Pair(key.Program, key.Framework))).Value;

    private sealed class Pair
    {
        private readonly ConcurrentDictionary<DumpKind, Lazy<TaskGraph>> _dumps = new();

        public Pair(string program, string framework)
        {
            Target = TargetProcess.Start(program, framework);
            Names = Target.ReadUntil();
        }

        public TargetProcess Target { get; }

        public IReadOnlyList<string> Names { get; }

        public TaskGraph Dump(DumpKind kind) => _dumps.GetOrAdd(kind, k => new Lazy<TaskGraph>(() =>
        {
            using TargetDump dump = TargetDump.Take(Target, k);
            return Look.At(dump, Deep);
        })).Value;
    }
}
