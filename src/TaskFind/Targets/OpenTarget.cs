using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Is a target that has been opened: what is known of it, and the ways to stop it and to make runtimes for it.</summary>
internal abstract class OpenTarget(TargetKind kind, int? processId, DataTarget dataTarget) : IDisposable
{
    // The runtime's debugging library sets itself up when it is first used, and does not look whether another thread is at it.
    private static readonly Lock s_loading = new();

    public TargetKind Kind { get; } = kind;

    public int? ProcessId { get; } = processId;

    public DataTarget DataTarget { get; } = dataTarget;

    /// <summary>The name of the entry assembly, the executable or the dump file.</summary>
    public abstract string Name { get; }

    /// <summary>The runtime's version, or null when it could not be told.</summary>
    public abstract string? RuntimeVersion { get; }

    /// <summary>The folder of a single-file program, as the target sees it: its modules have no folder of their own. Null for other programs.</summary>
    public string? ProgramFolder { get; protected init; }

    /// <summary>The debugging library that was chosen; null where ClrMD chooses.</summary>
    public virtual string? DacPath => null;

    /// <summary>Whether the target has ended since it was opened.</summary>
    public abstract bool Gone { get; }

    /// <summary>What people are to know of how it was opened, a sentence each.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>How long the process took to write the dump that this is; null for one that is looked at live, and for a dump that was there before.</summary>
    public virtual TimeSpan? Dumped => null;

    /// <summary>Whether the target is still the program that was opened: a process can become another one with the same id.</summary>
    public virtual bool IsStillTheSame => true;

    /// <summary>Says that the debugging library could not make sense of the target.</summary>
    public TargetException Failed(Exception e) => Trouble.DacFailed(Described, e);

    /// <summary>Stops the target and gives the view of it that is true from then on.</summary>
    public abstract (IThreadStop Stop, DataTarget View) Stop(CancellationToken ct);

    /// <summary>Takes note that a stop has ended.</summary>
    public virtual void Released()
    {
    }

    /// <summary>Makes a runtime that remembers nothing from before.</summary>
    public ClrRuntime NewRuntime(DataTarget view)
    {
        try
        {
            ClrInfo info = view.ClrVersions.FirstOrDefault(IsTheRuntime) ?? throw NoRuntime();
            lock (s_loading)
            {
                return Create(info);
            }
        }
        catch (Exception e) when (e is not TargetException)
        {
            throw Gone || !IsStillTheSame ? Trouble.TargetGone(ProcessId ?? 0) : Failed(e);
        }
    }

    public virtual void Dispose() => DataTarget.Dispose();

    /// <summary>The target in words, for messages.</summary>
    protected abstract string Described { get; }

    /// <summary>The trouble of a target without a runtime.</summary>
    protected abstract TargetException NoRuntime();

    protected abstract ClrRuntime Create(ClrInfo info);

    /// <summary>Whether a runtime that ClrMD found is the one to look at.</summary>
    protected virtual bool IsTheRuntime(ClrInfo info) => true;
}
