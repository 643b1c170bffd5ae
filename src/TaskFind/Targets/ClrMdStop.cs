using System.Diagnostics;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Targets;

/// <summary>Stops a process by ClrMD's own attach, where there is no stop of ours (not Linux, not x64); not tested.</summary>
/// <remarks>It has to be made and disposed on one thread.</remarks>
internal sealed class ClrMdStop : IThreadStop
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly DataTarget _attached;
    private readonly GuardedReader _reader;

    public ClrMdStop(int pid)
    {
        _attached = DataTarget.AttachToProcess(pid, suspend: true, NoFiles.Options());
        _reader = new GuardedReader(_attached.DataReader);
        Target = new DataTarget(_reader, NoFiles.Options());
        ThreadCount = _reader.EnumerateOSThreadIds().Count();
    }

    /// <summary>The stopped process.</summary>
    public DataTarget Target { get; }

    public int ThreadCount { get; }

    public IReadOnlyList<int> Unstopped => [];

    public TimeSpan Elapsed => _clock.Elapsed;

    public bool TryGetContext(uint thread, Span<byte> context) => _reader.GetThreadContext(thread, 0, context);

    public void Dispose()
    {
        // Lets the threads go; the target above it stays, as it may still be asked for names.
        _attached.Dispose();
        _clock.Stop();
    }
}
