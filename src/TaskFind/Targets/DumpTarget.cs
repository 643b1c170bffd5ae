using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Is a core dump.</summary>
internal sealed class DumpTarget : OpenTarget
{
    private readonly string _path;
    private readonly DataTarget _inner;
    private readonly PackedDump? _unpacked;
    private readonly DacFile? _dac;
    private readonly TargetOptions _options;

    private DumpTarget(string path, TargetOptions options, DataTarget inner, GuardedReader reader, PackedDump? unpacked)
        : base(TargetKind.Dump, reader.ProcessId is > 0 and int pid ? pid : null, new DataTarget(reader, NoFiles.Options()))
    {
        _path = path;
        _inner = inner;
        _unpacked = unpacked;
        _options = options;
        Name = Path.GetFileName(path);
        ModuleInfo runtime = (DataTarget.ClrVersions.FirstOrDefault() ?? throw NoRuntime()).ModuleInfo;
        if (OperatingSystem.IsLinux())
        {
            byte[]? buildId = BuildId.InMemory((offset, buffer) => reader.Read(runtime.ImageBase + offset, buffer));
            SingleFileRuntime? single = Path.GetFileName(runtime.FileName) == "libcoreclr.so" ? null : SingleFileRuntime.Of(runtime, reader);
            ProgramFolder = Path.GetDirectoryName(single?.Image.Path);
            _dac = DacChooser.Choose(new DacQuery(Described, runtime.FileName, "", buildId) { DacBuildId = single?.DacBuildId, Version = single?.Version }, options);
            string beside = Path.Combine(Path.GetDirectoryName(_dac.Path) ?? "", "libcoreclr.so");
            RuntimeVersion = single?.Version ?? Targets.RuntimeVersion.FromPath(runtime.FileName) ?? Targets.RuntimeVersion.FromFile(beside);
        }
    }

    public override string Name { get; }

    public override string? RuntimeVersion { get; }

    public override bool Gone => false;

    protected override string Described => $"the dump '{_path}'";

    /// <summary>Opens a dump, or throws what keeps it from being looked at.</summary>
    public static DumpTarget Open(string path, TargetOptions options, CancellationToken ct = default)
    {
        PackedDump? unpacked = PackedDump.TryUnpack(path, ct);
        DataTarget? inner = null;
        try
        {
            string readable = unpacked?.Path ?? path;
            if (OperatingSystem.IsLinux())
            {
                CoreFile.Check(readable, path);
            }

            inner = Load(readable, path);
            return Open(path, readable, options, inner, unpacked);
        }
        catch
        {
            inner?.Dispose();
            unpacked?.Dispose();
            throw;
        }
    }

    public override (IThreadStop Stop, DataTarget View) Stop(CancellationToken ct) => (new NoStop(), DataTarget);

    public override void Dispose()
    {
        base.Dispose();
        _inner.Dispose();
        _unpacked?.Dispose();
    }

    protected override TargetException NoRuntime() => Trouble.DumpNotDotNet(_path);

    protected override ClrRuntime Create(ClrInfo info) =>
        (_dac?.LoadPath ?? _options.DacPath) is { } dac ? info.CreateRuntime(dac, ignoreMismatch: true) : info.CreateRuntime();

    private static DumpTarget Open(string path, string readable, TargetOptions options, DataTarget inner, PackedDump? unpacked)
    {
        var reader = new GuardedReader(inner.DataReader, OperatingSystem.IsLinux() ? new CoreMemory(readable) : null);
        if (reader.Architecture != RuntimeInformation.ProcessArchitecture)
        {
            string theirs = reader.Architecture.ToString().ToLowerInvariant();
            throw Trouble.Unsupported($"The dump '{Trouble.Shown(path)}' is of an {theirs} process, which this machine cannot read.", $"Look at it on a machine with an {theirs} processor.");
        }

        var target = new DumpTarget(path, options, inner, reader, unpacked);
        DumpHeap.Check(path, target);
        return target;
    }

    private static DataTarget Load(string readable, string path)
    {
        try
        {
            return DataTarget.LoadDump(readable, NoFiles.Options());
        }
        catch (FileNotFoundException)
        {
            throw Trouble.NoSuchFile(path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Trouble.DumpNotReadable(path, e);
        }
        catch (Exception e)
        {
            throw Trouble.NotADump(path, "its format makes no sense", e);
        }
    }
}
