using System.Diagnostics;
using System.Globalization;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Scanning;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Reachability;
using TaskFind.Scanning.Walking;
using TaskFind.Targets;

namespace TaskFind;

/// <summary>The whole of a look: open, warm up, stop and copy, let go, think.</summary>
public static class TaskLook
{
    /// <summary>From so many kept objects on, memory is worth a collection of ours, which takes milliseconds.</summary>
    private const int ManyRoots = 200_000;

    private const string DeepNeedsDump =
        "what nothing can complete any more was not looked for, since a live process would stand still for too long: take a dump and look at that, or use --via dump";

    /// <summary>Takes a look and waits for it; throws <see cref="TargetException"/> when the target cannot be looked at.</summary>
    /// <param name="target">A process, a dump or a capture.</param>
    /// <param name="options">What the look is for.</param>
    /// <param name="cancellation">Ends the look and lets the target go.</param>
    public static TaskGraph Take(TargetSpec target, LookOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        return TargetThread.Run(() => TakeHere(target, options, cancellation));
    }

    /// <summary>Takes the look on the calling thread, which alone holds the target from attach to detach; when attaching is refused, through a dump.</summary>
    internal static TaskGraph TakeHere(TargetSpec target, LookOptions options, CancellationToken cancellation)
    {
        if (target.DumpPath is { } path && TaskCapture.IsCapture(path))
            return CaptureLook.Take(path, options);
        try
        {
            return TakeOnce(target, options, options.Via, note: null, cancellation);
        }
        catch (TargetException refused) when (refused.Kind == TargetTrouble.NoPermission && options.Via == LookVia.Auto && target.DumpPath is null && OperatingSystem.IsLinux())
        {
            return ThroughDump(target, options, refused, cancellation);
        }
    }

    private static TaskGraph ThroughDump(TargetSpec target, LookOptions options, TargetException refused, CancellationToken cancellation)
    {
        try
        {
            return TakeOnce(target, options, LookVia.Dump, refused.Message, cancellation);
        }
        catch (TargetException neither) when (neither.Kind == TargetTrouble.NoPort)
        {
            throw refused.And(neither.Message);
        }
    }

    private static TaskGraph TakeOnce(TargetSpec target, LookOptions options, LookVia via, string? note, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = new ThreadTimer(limit.Cancel);
        if (options.Timeout != Timeout.InfiniteTimeSpan)
            timer.Set(options.Timeout);
        options.Progress?.Report(via == LookVia.Dump && target.DumpPath is null ? "waiting for the process's own heap dump" : "opening");
        using var session = Open(target, options, via, limit.Token, cancellation);
        var builder = new TaskGraphBuilder { Target = session.Info };
        using var code = new CodeCatalogue(builder, session.Reader, Sources(session, options, builder.AddGap));
        using var pause = new PauseLimit(session.Kind == TargetKind.Process ? options.MaxPause : null, limit.Token);
        var (image, cut, stoodStill) = CopyInTime(session, builder, code, options, pause, limit.Token, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (image.Store.Roots.Count > ManyRoots)
            GC.Collect(); // the target runs again, and what the walk needed no more makes room for the graph
        var assembler = new GraphAssembler(builder, image, code, options.Values, Sockets(session)) { Progress = options.Progress };
        var tasks = assembler.Assemble();
        if (options.Deep && session.Kind == TargetKind.Dump)
            Follow(session, builder, image, assembler, cut, options, limit.Token);
        cancellation.ThrowIfCancellationRequested();
        builder.Coverage = new Coverage
        {
            Tasks = tasks,
            Objects = image.Objects,
            Pause = session.Dumped ?? stoodStill,
            Stops = session.Kind == TargetKind.Process ? pause.Stops : session.Dumped is null ? 0 : 1,
            CutShort = cut,
            Notes = [.. new[] { note, options.Deep && session.Kind == TargetKind.Process ? DeepNeedsDump : null }.OfType<string>(), .. session.Notes],
        };
        return Finish(session.Runtime, builder, code, options, clock);
    }

    /// <summary>Follows the whole heap, when all of it is known.</summary>
    private static void Follow(
        TargetSession session, TaskGraphBuilder builder, HeapImage image, GraphAssembler assembler, string? cut, LookOptions options, CancellationToken limit)
    {
        var deep = new DeepScan(builder, image, assembler) { Progress = options.Progress };
        if (cut is not null)
            deep.Incomplete("the look was cut short");
        deep.Read(session.Runtime, session.Reader, limit);
    }

    private static TargetSession Open(TargetSpec target, LookOptions options, LookVia via, CancellationToken limit, CancellationToken cancellation)
    {
        try
        {
            return TargetSession.Open(target, new TargetOptions { DacPath = options.DacPath, TrustDac = options.TrustDac, Via = via }, limit);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Trouble.NotOpenedInTime(target.ToString(), options.Timeout);
        }
    }

    private static (HeapImage Image, string? Cut, TimeSpan StoodStill) CopyInTime(
        TargetSession session, TaskGraphBuilder builder, CodeCatalogue code, LookOptions options, PauseLimit pause, CancellationToken limit, CancellationToken cancellation)
    {
        try
        {
            return Copy(session, builder, code, options, pause, limit);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time was up before anything was copied, which is an answer too.
            return (HeapImage.Empty(session.Reader), TookLonger(options, pause), pause.Elapsed);
        }
        catch (Exception e) when (e is not (OperationCanceledException or TargetException) && (session.HasEnded || ReaderFault.Is(e)))
        {
            // ClrMD, whose process has no memory any more, says that a dump is corrupt.
            throw session.Explain(e);
        }
    }

    private static (HeapImage Image, string? Cut, TimeSpan StoodStill) Copy(
        TargetSession session, TaskGraphBuilder builder, CodeCatalogue code, LookOptions options, PauseLimit pause, CancellationToken limit)
    {
        var scan = new HeapScan(builder.AddGap, code, options.Values, Interest(options), options.Context);
        var isLive = session.Kind == TargetKind.Process;
        if (isLive)
        {
            options.Progress?.Report("warming up");
            scan.WarmUp(session.Runtime, session.Reader, limit);
        }

        options.Progress?.Report(isLive ? "the target stands still" : "walking the heap");
        while (true)
        {
            using var stop = session.StopWalkable(Limits.Look.Stops, pause);
            builder.TakenAt = DateTimeOffset.UtcNow;
            var way = stop.CanWalk || isLive ? HeapWay.Walk : HeapWay.Search;
            if (scan.Read(stop.Runtime, stop.Reader, way, isLive, isLive && pause.Stops < Limits.Look.StopsForChunks, pause.Token, out var timedOut) is not { } image)
                continue;
            var cut = CutShort(session, stop, image, timedOut ? TookLonger(options, pause) : null);
            stop.Dispose();
            return (image, cut, stop.TotalElapsed);
        }
    }

    private static string? CutShort(TargetSession session, StopScope stop, HeapImage image, string? tookLonger)
    {
        var isLive = session.Kind == TargetKind.Process;
        return tookLonger
            ?? (session.Gone ? "the process ended while it was looked at"
            : !stop.CanWalk && !isLive ? "the dump was written in the midst of a garbage collection: its heap was not walked but searched for method tables, and finds what has died but not been cleared too"
            : !stop.CanWalk ? "a garbage collection was under way each time the target was stopped"
            : image.LostBytes > 0 ? $"{image.LostBytes} bytes of the heap could not be read as objects"
            : stop.UnstoppedThreads.Count > 0 ? $"{stop.UnstoppedThreads.Count} threads could not be stopped"
            : null);
    }

    private static string TookLonger(LookOptions options, PauseLimit pause) => pause.IsReached
        ? string.Create(CultureInfo.InvariantCulture, $"the target may not stand still for longer than {options.MaxPause!.Value.TotalMilliseconds:0.###} ms")
        : string.Create(CultureInfo.InvariantCulture, $"the look took longer than {options.Timeout.TotalSeconds:0.###} s");

    /// <summary>Builds the graph; when nothing matches what the look is for, once more with the methods that tell why.</summary>
    private static TaskGraph Finish(ClrRuntime runtime, TaskGraphBuilder builder, CodeCatalogue code, LookOptions options, Stopwatch clock)
    {
        builder.Coverage = builder.Coverage with { Duration = clock.Elapsed };
        var graph = builder.Build();
        if (options.Pattern is not { } pattern || graph.Find(pattern).Matches.Count > 0 || What.Parse(pattern) is RequestWhat)
            return graph;
        options.Progress?.Report("reading the names of loaded methods");
        builder.LoadedMethods = new MethodSurvey(code, builder.AddGap).Read(runtime, pattern);
        builder.Coverage = builder.Coverage with { Duration = clock.Elapsed };
        return builder.Build();
    }

    private static Interest? Interest(LookOptions options) =>
        options is { RelatedOnly: true, Deep: false, Pattern: { } pattern } && What.Parse(pattern) is MethodWhat { Pattern.Literal: { } name } ? new Interest(name) : null;

    private static SocketTable? Sockets(TargetSession session) =>
        session is { Kind: TargetKind.Process, ProcessId: { } pid } && OperatingSystem.IsLinux() ? new SocketTable(pid) : null;

    private static CodeSources Sources(TargetSession session, LookOptions options, Action<string, string> gap) => new()
    {
        Roots = session is { Info.Kind: TargetKind.Process, ProcessId: { } pid } && OperatingSystem.IsLinux() ? [$"/proc/{pid}/root", ""] : [""],
        ProgramFolder = session.ProgramFolder,
        Symbols = new SymbolFolders(options.SymbolFolders, gap),
    };
}
