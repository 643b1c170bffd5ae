using System.Collections.Concurrent;
using System.Diagnostics;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>One Waits program for each runtime, looked at once alive and once from a dump; shared by all tests of the class.</summary>
public class WaitsViews : IDisposable
{
    private readonly bool _isTraced;
    private readonly ConcurrentDictionary<string, Lazy<Pair>> _pairs = new();

    public WaitsViews()
    {
    }

    private protected WaitsViews(bool isTraced) => _isTraced = isTraced;

    /// <summary>Gives the view of a runtime, "live" or "dump".</summary>
    internal WaitsView Of(string framework, string view)
    {
        Pair pair = _pairs.GetOrAdd(framework, f => new Lazy<Pair>(() => new Pair(f, _isTraced))).Value;
        return view == "live" ? pair.Live : pair.Dump.Value;
    }

    public void Dispose()
    {
        foreach (Lazy<Pair> pair in _pairs.Values.Where(p => p.IsValueCreated))
        {
            pair.Value.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private sealed class Pair : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-tests-");
        private readonly TargetProcess _target;
        private TargetDump? _dump;

        public Pair(string framework, bool isTraced)
        {
            var age = Stopwatch.StartNew();
            _target = TargetProcess.Start(new TargetProgram("Waits", framework), environment: !isTraced ? null : new Dictionary<string, string>
            {
                ["DOTNET_EnableEventPipe"] = "1",
                ["DOTNET_EventPipeConfig"] = "System.Threading.Tasks.TplEventSource:1FF:5",
                ["DOTNET_EventPipeOutputPath"] = Path.Combine(_folder.FullName, "events.nettrace"),
            });
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
            _folder.Delete(recursive: true);
        }
    }
}
