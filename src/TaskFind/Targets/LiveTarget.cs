using System.Globalization;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Is a live process on Linux x64, read and stopped by our own means.</summary>
internal sealed class LiveTarget : OpenTarget
{
    private readonly int _pid;
    private readonly TargetOptions _options;
    private readonly LiveReader _reader;
    private readonly MappedFile _runtime;
    private readonly byte[]? _buildId;
    private readonly ulong _startTime;
    private readonly DacFile _dac;

    private LiveTarget(int pid, TargetOptions options, LiveReader reader, MappedFile runtime, SingleFileRuntime? single)
        : base(TargetKind.Process, pid, new DataTarget(reader, NoFiles.Options()))
    {
        _pid = pid;
        _options = options;
        _reader = reader;
        _runtime = runtime;
        _startTime = ProcText.StartTime(pid);
        _buildId = ReadBuildId();
        string[] commandLine = ProcText.CommandLine(pid);
        Name = commandLine.Length == 0 ? ProcText.ShortName(pid) : EntryName.Of(commandLine);
        ProcessStatus status = ProcessStatus.Of(pid) ?? default;
        _dac = DacChooser.Choose(
            new DacQuery(Described, ProcessRoot.Of(pid).Here(runtime.Path), _buildId)
            {
                DacBuildId = single?.DacBuildId,
                Version = single?.Version ?? Targets.RuntimeVersion.FromPath(runtime.Path),
                IsGone = runtime.IsDeleted,
                User = (status.EffectiveUser, status.EffectiveGroup),
            },
            options);
        ProgramFolder = Path.GetDirectoryName(single?.Image.Path);
        RuntimeVersion = single?.Version ?? VersionOf(runtime);
    }

    public override string Name { get; }

    public override string? RuntimeVersion { get; }

    /// <summary>The file that is the runtime, as the target names it.</summary>
    public string RuntimePath => _runtime.Path;

    public override string DacPath => _dac.Path;

    public override bool Gone => _reader.Gone;

    protected override string Described => string.Create(CultureInfo.InvariantCulture, $"process {_pid}");

    /// <summary>Opens a process, or throws what keeps it from being looked at.</summary>
    public static LiveTarget Open(int pid, TargetOptions options)
    {
        if (ProcessStatus.Of(pid) is not { IsDead: false } status || status.ProcessId != pid)
        {
            throw Trouble.NoSuchProcess(pid);
        }

        MemoryMap map = MemoryMap.Of(pid)
            ?? throw (Directory.Exists($"/proc/{pid}") ? Trouble.NoPermission(pid, "read the memory map") : Trouble.NoSuchProcess(pid));
        var reader = new LiveReader(pid);
        if (ForeignRuntime.Of(pid, ProcText.ShortName(pid), map, reader) is { } foreign)
        {
            throw foreign;
        }

        SingleFileRuntime? single = map.Runtime is null ? SingleFileRuntime.Of(pid, map, reader) : null;
        MappedFile runtime = map.Runtime ?? single?.Image ?? throw Trouble.NotDotNet(pid, ProcText.ShortName(pid));
        if (!reader.Read(runtime.Begin, out uint _))
        {
            throw reader.Gone ? Trouble.NoSuchProcess(pid) : Trouble.NoPermission(pid, "read the memory");
        }

        return map.Runtimes.Count > 1 ? OpenOneOf(map.Runtimes, pid, options, reader) : new LiveTarget(pid, options, reader, runtime, single);
    }

    /// <summary>Opens the first of several runtimes that has a heap, and says which were left alone; when none has, the first.</summary>
    private static LiveTarget OpenOneOf(IReadOnlyList<MappedFile> runtimes, int pid, TargetOptions options, LiveReader reader)
    {
        TargetException? trouble = null;
        foreach (MappedFile runtime in runtimes)
        {
            try
            {
                var target = new LiveTarget(pid, options, reader, runtime, single: null);
                using ClrRuntime made = target.NewRuntime(target.DataTarget);
                if (made.Heap.Segments.Length > 0)
                {
                    target.Notes.Add($"The process holds {runtimes.Count} .NET runtimes. This is what runs on .NET {target.RuntimeVersion ?? "of an unknown version"} ({Trouble.Shown(runtime.Path)}); the others were left alone.");
                    return target;
                }
            }
            catch (TargetException e)
            {
                trouble ??= e;
            }
        }

        throw trouble ?? Trouble.NotDotNet(pid, ProcText.ShortName(pid));
    }

    // A process that ran exec since it was opened has the same id and start time, but other memory.
    public override bool IsStillTheSame => ReadBuildId() is { } now ? now.AsSpan().SequenceEqual(_buildId) : _buildId is null && !_reader.Gone;

    public override (IThreadStop Stop, DataTarget View) Stop(CancellationToken ct)
    {
        if (Gone || ProcText.StartTime(_pid) != _startTime)
        {
            throw Trouble.TargetGone(_pid);
        }

        PtraceStop stop = PtraceStop.Take(_pid, _options.ThreadStopTimeout, ct);
        if (!IsStillTheSame)
        {
            stop.Dispose();
            throw Trouble.TargetGone(_pid);
        }

        _reader.Use(stop);
        return (stop, DataTarget);
    }

    public override void Released() => _reader.Use(null);

    protected override TargetException NoRuntime() => Gone ? Trouble.TargetGone(_pid) : Trouble.NotDotNet(_pid, Name);

    protected override ClrRuntime Create(ClrInfo info) => info.CreateRuntime(_dac.LoadPath, ignoreMismatch: true);

    protected override bool IsTheRuntime(ClrInfo info) => info.ModuleInfo.ImageBase == _runtime.Begin;

    private string? VersionOf(MappedFile runtime) =>
        Targets.RuntimeVersion.FromPath(runtime.Path) ?? Targets.RuntimeVersion.FromImage(ReadRuntime, (long)(runtime.End - runtime.Begin));

    private byte[]? ReadBuildId() => BuildId.InMemory(ReadRuntime);

    private int ReadRuntime(ulong offset, Span<byte> buffer) => _reader.Read(_runtime.Begin + offset, buffer);
}
