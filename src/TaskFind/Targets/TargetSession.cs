using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Is one look's hold on a target: opened without stopping it, stopped for a while, closed.</summary>
/// <remarks>All calls come from one thread, see <see cref="TargetThread"/>; memory may be read from any.</remarks>
internal sealed class TargetSession : IDisposable
{
    /// <summary>The number of stops after which a heap that is never walkable is given out as it is.</summary>
    public const int DefaultTries = 30;

    private readonly OpenTarget _target;
    private readonly List<ClrRuntime> _runtimes = [];
    private StopScope? _scope;

    private TargetSession(OpenTarget target)
    {
        _target = target;
        Runtime = Remember(target.NewRuntime(target.DataTarget));
        Name = target.Kind == TargetKind.Dump ? EntryModule(Runtime) ?? target.Name : target.Name;
    }

    /// <summary>A live process or a dump.</summary>
    public TargetKind Kind => _target.Kind;

    /// <summary>The process id; for a dump that of the process it was taken of, when it says so.</summary>
    public int? ProcessId => _target.ProcessId;

    /// <summary>The name of the entry assembly or the executable, raw from the target.</summary>
    public string Name { get; }

    /// <summary>The runtime's version, such as 10.0.12; null when it could not be told.</summary>
    public string? RuntimeVersion => _target.RuntimeVersion;

    /// <summary>The debugging library that reads the target; null where ClrMD chooses.</summary>
    public string? DacPath => _target.DacPath;

    /// <summary>The processor architecture, such as x64.</summary>
    public string Architecture => Reader.Architecture.ToString().ToLowerInvariant();

    /// <summary>The target as opened.</summary>
    public DataTarget DataTarget => _target.DataTarget;

    /// <summary>The reader of the target's memory, which never throws and may be used from several threads on Linux.</summary>
    public IDataReader Reader => DataTarget.DataReader;

    /// <summary>A runtime made while the target ran, to warm up with; inside a stop, use the scope's.</summary>
    public ClrRuntime Runtime { get; }

    /// <summary>Whether the target has ended: reads give 0 bytes from then on.</summary>
    public bool Gone => _target.Gone;

    /// <summary>Whether the target has ended, or become another program.</summary>
    public bool HasEnded => _target.Gone || !_target.IsStillTheSame;

    /// <summary>Says what an exception of the reader means.</summary>
    public TargetException Explain(Exception e) => HasEnded && ProcessId is { } pid ? Trouble.TargetGone(pid) : _target.Failed(e);

    /// <summary>The folder of a single-file program, for modules that have none; null for other programs.</summary>
    public string? ProgramFolder => _target.ProgramFolder;

    /// <summary>What people are to know of how the target was opened, a sentence each.</summary>
    public IReadOnlyList<string> Notes => _target.Notes;

    /// <summary>How long the process took to write the dump that is looked at; null when it wrote none for this look.</summary>
    public TimeSpan? Dumped => _target.Dumped;

    /// <summary>What a graph says of its target.</summary>
    public TargetInfo Info =>
        new(Dumped is null ? Kind : TargetKind.Process, ProcessId, Name, RuntimeVersion, Architecture) { RuntimeBase = Runtime.ClrInfo.ModuleInfo.ImageBase };

    /// <summary>Opens a target without stopping it, or throws a <see cref="TargetException"/>.</summary>
    public static TargetSession Open(TargetSpec spec, TargetOptions options, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        OpenTarget target = spec.DumpPath is { } path ? DumpTarget.Open(path, options, ct) : OpenProcess(TargetFinder.ProcessOf(spec), options, ct);
        try
        {
            return new TargetSession(target);
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>Stops the target once and makes a runtime of what then stands still; disposing the scope lets it go.</summary>
    public StopScope Stop(CancellationToken ct) => Stop(new PauseLimit(null, ct));

    /// <summary>Stops the target again and again, a few milliseconds apart, until no garbage collection is under way or the tries are used up.</summary>
    public StopScope StopWalkable(int maxTries, CancellationToken ct) => StopWalkable(maxTries, new PauseLimit(null, ct));

    /// <summary>The same, until the target has stood still for as long as it may; throws <see cref="OperationCanceledException"/> then.</summary>
    public StopScope StopWalkable(int maxTries, PauseLimit limit)
    {
        while (true)
        {
            StopScope scope = Stop(limit);
            if (scope.CanWalk || limit.Stops >= maxTries || Kind == TargetKind.Dump)
            {
                return scope;
            }

            scope.Dispose();
            limit.Token.WaitHandle.WaitOne(Math.Min(limit.Stops, 5));
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    public void Dispose()
    {
        _scope?.Dispose();
        foreach (ClrRuntime runtime in _runtimes)
        {
            runtime.Dispose();
        }

        _target.Dispose();
    }

    private static OpenTarget OpenProcess(int pid, TargetOptions options, CancellationToken ct) =>
        options.Via == LookVia.Dump ? DumpTarget.OfProcess(pid, options, ct)
        : OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64
            ? LiveTarget.Open(pid, options)
            : ElsewhereTarget.Open(pid, options);

    // The first module after the core library is the one the host was asked to run; a name for people, nothing hangs on it.
    private static string? EntryModule(ClrRuntime runtime)
    {
        try
        {
            string? path = runtime.EnumerateModules().Select(m => m.Name).OfType<string>()
                .FirstOrDefault(name => name.Length > 0 && Path.GetFileName(name) != "System.Private.CoreLib.dll");
            return path is null ? null : EntryName.WithoutEnding(Path.GetFileName(path));
        }
        catch (Exception)
        {
            return null;
        }
    }

    private StopScope Stop(PauseLimit limit)
    {
        if (_scope is not null)
        {
            throw new InvalidOperationException("The target is stopped already.");
        }

        TimeSpan earlier = limit.Elapsed;
        limit.Begin();
        IThreadStop? stop = null;
        StopWatchdog? watchdog = null;
        try
        {
            (stop, DataTarget view) = _target.Stop(limit.Token);
            watchdog = stop is PtraceStop ? new StopWatchdog(stop, limit.Token) : null;
            ClrRuntime runtime = Remember(_target.NewRuntime(view));
            return _scope = new StopScope(stop, view, runtime, CanWalk(runtime), limit.Stops, earlier, watchdog, () => Released(limit));
        }
        catch
        {
            watchdog?.Dispose();
            stop?.Dispose();
            Released(limit);
            throw;
        }
    }

    private void Released(PauseLimit limit)
    {
        _scope = null;
        _target.Released();
        limit.End();
    }

    private static bool CanWalk(ClrRuntime runtime)
    {
        try
        {
            return runtime.Heap.CanWalkHeap;
        }
        catch (Exception)
        {
            return false; // the heap's own description is being rewritten
        }
    }

    private ClrRuntime Remember(ClrRuntime runtime)
    {
        _runtimes.Add(runtime);
        return runtime;
    }
}
