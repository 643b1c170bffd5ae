using Microsoft.Diagnostics.Runtime;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using TaskFind.Scanning;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Walking;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Heap;

/// <summary>What lies deeper, or is longer, than a look follows is a gap.</summary>
public sealed class DeepTests
{
    private static readonly Gap[] s_gaps =
    [
        new("what a task awaits", "its awaiter has structs inside each other, more than 6", 2),
        new("who can cancel a wait", "only 16 of the sources that are linked to each other were asked", 1),
        new("what a task waits for", "it lies behind 16 promises or more that only pass a completion on, or they go in a circle", 6),
        new("the field that holds what is waited for", "more than 8 collections, or nodes of one, lie in between", 12),
        new("a collection of things that are waited for", "only its first 65536 bytes were searched", 1),
        new("a string of the target", "only its first 400 characters were read", 1),
        new("what schedulers and contexts keep", "only what lies up to 6 steps behind them was looked at", 1),
        new("what a thread is blocked on", "its innermost 64 frames are all the framework's", 1),
        new("frames of a thread", "only the innermost 512 were read", 1),
    ];

    [Fact]
    public void What_lies_too_deep_is_told()
    {
        using TargetProcess target = TargetProcess.Start("Deep", Runtimes.Net10);
        target.ReadUntil("ready");

        TaskGraph graph = Look.At(target);

        Assert.Equal(s_gaps.OrderBy(g => g.What), graph.Coverage.Gaps.OrderBy(g => g.What));
        Assert.All(graph.Threads.Where(t => t.Frames.Count > 16), t => Assert.True(t.OmittedFrames > 0));
        Assert.Contains(graph.Threads, t => t.OmittedFrames > 400);
    }

    [Fact]
    public void What_a_patched_heap_leads_too_far_is_told()
    {
        using TargetProcess target = TargetProcess.Start("Deep", Runtimes.Net10);
        target.ReadUntil("ready");
        using TargetDump dump = TargetDump.Take(target);

        TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(TargetSpec.ForDump(dump.FilePath), new TargetOptions { TrustDac = true }, CancellationToken.None);
            using StopScope stop = session.Stop(CancellationToken.None);
            ClrObject delay = One(stop, "System.Threading.Tasks.Task+DelayPromise", o => !o.ReadObjectField("_timer").IsNull);
            ClrObject timer = delay.ReadObjectField("_timer");
            ClrObject handle = One(stop, "System.Threading.TimerHolder", _ => true);
            var circle = new PatchingReader(new PatchingReader(stop.Reader, Field(delay, "_timer"), handle.Address), Field(handle, "_timer"), handle.Address);

            Assert.DoesNotContain(Gaps(stop, session, stop.Reader), g => g.What is "a timer" or "loaded modules");
            Assert.Contains(new Gap("a timer", "more than 4 wrappers are around it, or they go in a circle", 2), Gaps(stop, session, circle));
            Assert.Contains(
                Gaps(stop, session, new PatchingReader(stop.Reader, Field(timer, "_startTicks"), unchecked((ulong)long.MinValue))),
                g => g is { What: "a timer", Why: "it was started in the future, or a hundred years ago" });
            Assert.Equal(("state machines of methods that are done", "only the first 1 types were remembered"), Remember(stop, session, most: 1));
            Assert.Null(Remember(stop, session, Limits.Scan.MachineTypes));
            Assert.Contains(Gaps(stop, session, stop.Reader, mostModules: 1), g => g is { What: "loaded modules", Why: "only the first 1 were searched" });
            return true;
        });
    }

    [Fact]
    public void Sockets_that_were_not_read_are_told()
    {
        using TargetProcess target = TargetProcess.Start("Net", Runtimes.Net10);
        target.ReadUntil("ready");

        TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(TargetSpec.ForProcess(target.Pid), new TargetOptions { TrustDac = true }, CancellationToken.None);
            using StopScope stop = session.StopWalkable(TargetSession.DefaultTries, CancellationToken.None);
            Assert.Contains(Gaps(stop, session, stop.Reader, sockets: new SocketTable(target.Pid, most: 1)), g => g is { What: "the ends of a socket", Why: "the system has more sockets than were read" });
            Assert.DoesNotContain(Gaps(stop, session, stop.Reader, sockets: new SocketTable(target.Pid)), g => g.What == "the ends of a socket");
            return true;
        });
    }

    private static ulong Field(ClrObject o, string field) => o.Type!.GetFieldByName(field)!.GetAddress(o.Address);

    private static ClrObject One(StopScope stop, string type, Func<ClrObject, bool> fits) =>
        stop.Runtime.Heap.EnumerateObjects().First(o => o.Type?.Name == type && fits(o));

    /// <summary>Asks for the machine of a box that let go of it, when so many are remembered, and gives the gap.</summary>
    private static (string What, string Why)? Remember(StopScope stop, TargetSession session, int most)
    {
        var gaps = new List<(string What, string Why)>();
        using var code = new CodeCatalogue(new TaskGraphBuilder(), session.Reader, CodeSources.Default);
        var types = new TypeTable(stop.Reader);
        types.Use(stop.Runtime.Heap);
        ClrObject box = stop.Runtime.Heap.EnumerateObjects().First(o => o.Type?.Name?.Contains("AsyncStateMachineBox<Deep.", StringComparison.Ordinal) == true);
        new ClearedMachines(code, (what, why) => gaps.Add((what, why))) { Most = most }.Of(types.Find(box.Type!.MethodTable)!);
        return gaps is [var only] ? only : null;
    }

    private static IReadOnlyList<Gap> Gaps(StopScope stop, TargetSession session, IDataReader reader, int mostModules = Limits.Scan.Modules, SocketTable? sockets = null)
    {
        var builder = new TaskGraphBuilder();
        using var code = new CodeCatalogue(builder, session.Reader, CodeSources.Default) { MostModules = mostModules };
        HeapImage image = new HeapScan(builder.AddGap, code).Read(stop.Runtime, reader, HeapWay.Walk, isLive: false, mayRepeat: false, CancellationToken.None, out _)!;
        new GraphAssembler(builder, image, code, values: false, sockets).Assemble();
        return builder.Build().Coverage.Gaps;
    }
}
