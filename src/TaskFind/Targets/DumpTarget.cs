using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Is a core dump.</summary>
internal sealed class DumpTarget : OpenTarget
{
    private readonly DumpSource _source;
    private readonly DataTarget _inner;
    private readonly DacFile? _dac;
    private readonly TargetOptions _options;

    private DumpTarget(DumpSource source, TargetOptions options, DataTarget inner, GuardedReader reader)
        : base(TargetKind.Dump, source.Pid ?? (reader.ProcessId is > 0 and int pid ? pid : null), new DataTarget(reader, NoFiles.Options()))
    {
        _source = source;
        _inner = inner;
        _options = options;
        Name = Path.GetFileName(source.Path);
        ModuleInfo runtime = (DataTarget.ClrVersions.FirstOrDefault() ?? throw NoRuntime()).ModuleInfo;
        if (OperatingSystem.IsLinux())
        {
            byte[]? buildId = BuildId.InMemory((offset, buffer) => reader.Read(runtime.ImageBase + offset, buffer));
            SingleFileRuntime? single = Path.GetFileName(runtime.FileName) == "libcoreclr.so" ? null : SingleFileRuntime.Of(runtime, reader);
            ProgramFolder = Path.GetDirectoryName(single?.Image.Path);
            _dac = DacChooser.Choose(new DacQuery(Described, source.Here(runtime.FileName), buildId) { DacBuildId = single?.DacBuildId, Version = single?.Version ?? Targets.RuntimeVersion.FromPath(runtime.FileName) }, options);
            string beside = Path.Combine(Path.GetDirectoryName(_dac.Path) ?? "", "libcoreclr.so");
            RuntimeVersion = single?.Version ?? Targets.RuntimeVersion.FromPath(runtime.FileName) ?? Targets.RuntimeVersion.FromFile(beside);
        }

        if (source.Took is { } took)
        {
            Notes.Add(string.Create(CultureInfo.InvariantCulture, $"The process was not attached to: its runtime wrote a heap dump in {took.TotalSeconds:0.0} s, and said so on the process's own output; the dump is deleted."));
        }
    }

    public override string Name { get; }

    public override string? RuntimeVersion { get; }

    public override string? DacPath => _dac?.Path;

    public override bool Gone => false;

    public override TimeSpan? Dumped => _source.Took;

    protected override string Described => _source.Described;

    /// <summary>Opens a dump, or throws what keeps it from being looked at.</summary>
    public static DumpTarget Open(string path, TargetOptions options, CancellationToken ct = default) => Open(DumpSource.Of(path, ct), options);

    /// <summary>Lets a process write a dump and opens that, or throws what is in the way.</summary>
    public static DumpTarget OfProcess(int pid, TargetOptions options, CancellationToken ct) => Open(DumpSource.Of(pid, ct), options);

    public override (IThreadStop Stop, DataTarget View) Stop(CancellationToken ct) => (new NoStop(), DataTarget);

    public override void Dispose()
    {
        base.Dispose();
        _inner.Dispose();
        _source.File?.Dispose();
    }

    protected override TargetException NoRuntime() => Trouble.DumpNotDotNet(_source.Path);

    protected override ClrRuntime Create(ClrInfo info) =>
        (_dac?.LoadPath ?? _options.DacPath) is { } dac ? info.CreateRuntime(dac, ignoreMismatch: true) : info.CreateRuntime();

    private static DumpTarget Open(DumpSource source, TargetOptions options)
    {
        DataTarget? inner = null;
        try
        {
            if (OperatingSystem.IsLinux())
            {
                CoreFile.Check(source.Readable, source.Path);
            }

            inner = Load(source);
            return Open(source, options, inner);
        }
        catch (Exception e)
        {
            inner?.Dispose();
            source.File?.Dispose();
            throw e is TargetException or OperationCanceledException ? e : Trouble.NotADump(source.Path, "its format makes no sense", e);
        }
    }

    private static DumpTarget Open(DumpSource source, TargetOptions options, DataTarget inner)
    {
        var reader = new GuardedReader(inner.DataReader, OperatingSystem.IsLinux() ? new CoreMemory(source.Readable) : null);
        if (reader.Architecture != RuntimeInformation.ProcessArchitecture)
        {
            string theirs = reader.Architecture.ToString().ToLowerInvariant();
            throw Trouble.Unsupported($"The dump '{Trouble.Shown(source.Path)}' is of an {theirs} process, which this machine cannot read.", $"Look at it on a machine with an {theirs} processor.");
        }

        var target = new DumpTarget(source, options, inner, reader);
        DumpHeap.Check(source.Path, target);
        return target;
    }

    private static DataTarget Load(DumpSource source)
    {
        try
        {
            return DataTarget.LoadDump(source.Readable, NoFiles.Options());
        }
        catch (FileNotFoundException)
        {
            throw Trouble.NoSuchFile(source.Path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Trouble.DumpNotReadable(source.Path, e);
        }
        catch (Exception e)
        {
            throw Trouble.NotADump(source.Path, "its format makes no sense", e);
        }
    }
}
