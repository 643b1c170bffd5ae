using System.Globalization;

namespace TaskFind.Targets;

/// <summary>Says where a dump comes from.</summary>
/// <param name="Path">Its path as the user knows it; for one that was taken for this look, the word for it.</param>
/// <param name="File">The file of ours that holds it, when it was unpacked or taken for this look.</param>
internal sealed record DumpSource(string Path, PrivateFile? File)
{
    /// <summary>Gets the path under which it is read.</summary>
    public string Readable => File?.Path ?? Path;

    /// <summary>Gets the process that wrote it for this look; null for a dump that was there before.</summary>
    public int? Pid { get; private init; }

    /// <summary>Gets how long that took.</summary>
    public TimeSpan? Took { get; private init; }

    /// <summary>Gets the dump in words, for messages.</summary>
    public string Described => Pid is { } pid ? string.Create(CultureInfo.InvariantCulture, $"process {pid}") : $"the dump '{Path}'";

    /// <summary>Takes a dump that is there, unpacked if need be.</summary>
    public static DumpSource Of(string path, CancellationToken ct) => new(path, PackedDump.TryUnpack(path, ct));

    /// <summary>Lets a process write one.</summary>
    public static DumpSource Of(int pid, CancellationToken ct)
    {
        HeapDump dump = HeapDump.Take(pid, ct);
        return new DumpSource(string.Create(CultureInfo.InvariantCulture, $"of process {pid}"), dump.File) { Pid = pid, Took = dump.Took };
    }

    /// <summary>Turns a path of the dump into one that leads there from here.</summary>
    public string Here(string path) => Pid is { } pid ? ProcessRoot.Of(pid).Here(path) : path;
}
