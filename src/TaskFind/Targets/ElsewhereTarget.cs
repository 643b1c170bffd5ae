using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Is a live process where we have no means of our own: ClrMD attaches, stops and finds the debugging library; not tested.</summary>
internal sealed class ElsewhereTarget : OpenTarget
{
    private readonly int _pid;
    private readonly TargetOptions _options;
    private readonly GuardedReader _reader;

    private ElsewhereTarget(int pid, TargetOptions options, GuardedReader reader, string name)
        : base(TargetKind.Process, pid, new DataTarget(reader, NoFiles.Options()))
    {
        _pid = pid;
        _options = options;
        _reader = reader;
        Name = name;
    }

    public override string Name { get; }

    public override string? RuntimeVersion => DataTarget.ClrVersions.FirstOrDefault()?.Version is { Major: > 0 } version ? version.ToString(3) : null;

    public override bool Gone => _reader.Failed;

    protected override string Described => $"process {_pid}";

    /// <summary>Opens a process through ClrMD.</summary>
    public static ElsewhereTarget Open(int pid, TargetOptions options)
    {
        ProcessEntry entry = ProcessList.DotNet().FirstOrDefault(p => p.ProcessId == pid) ?? throw Trouble.NoSuchProcess(pid);
        try
        {
            DataTarget attached = DataTarget.AttachToProcess(pid, suspend: false, NoFiles.Options());
            return new ElsewhereTarget(pid, options, new GuardedReader(attached.DataReader), entry.Name);
        }
        catch (Exception e) when (e is not TargetException)
        {
            throw Trouble.NoPermission(pid, "read the memory", e);
        }
    }

    public override (IThreadStop Stop, DataTarget View) Stop(CancellationToken ct)
    {
        try
        {
            var stop = new ClrMdStop(_pid);
            return (stop, stop.Target);
        }
        catch (Exception e)
        {
            throw Trouble.NoPermission(_pid, "stop the threads", e);
        }
    }

    protected override TargetException NoRuntime() => Trouble.NotDotNet(_pid, Name);

    protected override ClrRuntime Create(ClrInfo info) =>
        _options.DacPath is { } dac ? info.CreateRuntime(dac, ignoreMismatch: true) : info.CreateRuntime();
}
