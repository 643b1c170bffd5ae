using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Ties running methods to their threads, and finds those that run before their first suspension and have no Task yet.</summary>
internal sealed class RunnerReader(TaskGraphBuilder builder, ObjectStore store, NodeIndex nodes, CodeCatalogue code, DelegateMethods delegates, ThreadJoin threads)
{
    /// <summary>Frames of the method builder that may stand between a method and its state machine.</summary>
    private const int FramesOfAStart = 3;

    private readonly FramePlaces _places = new(code);
    private readonly HashSet<(int Thread, int Frame)> _claimed = [];
    private readonly Dictionary<int, (int Frame, ulong Node)> _innermost = [];

    /// <summary>Writes thread and place into the row of a machine that runs now.</summary>
    public void ReadMachine(MachineLayout machine, ref NodeRow node) =>
        Set(threads.RunnerOf(node.Address, f => IsMoveNext(f, machine.Type)), ref node);

    /// <summary>Writes thread and place into the row of a task whose delegate runs now.</summary>
    public void ReadDelegate(ulong action, ref NodeRow node)
    {
        var key = store.TryGet<DelegateLayout>(action, out var o, out var layout) ? delegates.KeyOf(o, layout) : null;
        Set(threads.RunnerOf(node.Address, f => key is not null && MethodKey.Of(f.Method) == key), ref node);
    }

    /// <summary>Adds the threads, and the methods on their stacks that no task owns.</summary>
    public void ReadThreads(IReadOnlyDictionary<int, ThreadFacts> facts, BlockedThreads blocked)
    {
        var frames = new ThreadFrames(builder, code, _places);
        foreach (var thread in threads.Threads)
        {
            var kept = thread.IsWalked ? frames.Of(thread) : [];
            var said = facts.GetValueOrDefault(thread.ManagedId);
            var row = new ThreadRow(thread.ManagedId, thread.OSId, said?.Name)
            {
                IsPool = thread.IsPool,
                Context = said?.Context ?? 0,
                Runs = _innermost.TryGetValue(thread.ManagedId, out var runs) ? nodes.Find(runs.Node) : -1,
                Frames = kept,
                OmittedFrames = thread.IsWalked ? thread.Frames.Count - kept.Count : 0,
            };
            builder.Threads.Add(blocked.Describe(thread, row));
            for (var i = 0; thread.IsWalked && i < thread.Frames.Count; i++)
            {
                if (!_claimed.Contains((thread.ManagedId, i)) && MachineMethod(thread.Frames[i].Method) is { } method)
                    builder.RunningMethods.Add(new RunningMethod(thread.ManagedId, method, _places.Of(thread, i)));
            }
        }
    }

    private void Set((ThreadCapture Thread, int Frame)? runner, ref NodeRow node)
    {
        var point = new AwaitPoint(AwaitPointKind.Running) { WhyNoLine = "no thread was found that runs it" };
        if (runner is var (thread, frame))
        {
            _claimed.Add((thread.ManagedId, frame));
            builder.Extra(ref node).Thread = thread.ManagedId;
            if (!_innermost.TryGetValue(thread.ManagedId, out var inner) || frame < inner.Frame)
                _innermost[thread.ManagedId] = (frame, node.Address);
            point = _places.Of(thread, BodyOf(thread, frame));
        }

        node.Point = builder.Intern(point, node.Method);
    }

    /// <summary>Gives the frame of what the author wrote: for a method that only starts its state machine, the machine's.</summary>
    private int BodyOf(ThreadCapture thread, int frame)
    {
        if (MethodKey.Of(thread.Frames[frame].Method) is { } key)
        {
            for (var inner = frame - 1; inner >= Math.Max(0, frame - FramesOfAStart); inner--)
            {
                if (MachineOf(thread.Frames[inner].Method) is var (module, machine) && code.Module(key.Module) == module && CodeCatalogue.Handle(module, key.Token) == machine.Kickoff)
                    return inner;
            }
        }

        return frame;
    }

    private static bool IsMoveNext(FrameCapture frame, ClrType machine) =>
        frame.Method.Type is { } type && type.MetadataToken == machine.MetadataToken && type.Module?.Address == machine.Module?.Address;

    private TaskMethod? MachineMethod(ClrMethod method) =>
        MachineOf(method) is var (module, machine) ? machine.Method.ToTaskMethod(FrameworkModules.Contains(module.Name), machine.DefinedAt) : null;

    /// <summary>Gives the state machine whose <c>MoveNext</c> a method is.</summary>
    private (ModuleCode Module, StateMachineCode Machine)? MachineOf(ClrMethod method)
    {
        if (!TypeNamesOfTasks.MightBeMachine(method.Type?.Name) || MethodKey.Of(method) is not { } key || code.Module(key.Module) is not { } module)
            return null;
        if (CodeCatalogue.Handle(module, key.Token) is not { } handle)
            return null;
        var machine = module.Machine(module.Metadata.GetMethodDefinition(handle).GetDeclaringType());
        return machine?.Shape.MoveNext == handle ? (module, machine) : null;
    }
}
