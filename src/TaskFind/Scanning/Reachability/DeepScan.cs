using System.Globalization;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Reachability;

/// <summary>
/// Finds out which pending completion sources nothing alive can complete, by following the whole heap of a dump from its roots. Rule: a source can be completed
/// when its <c>TaskCompletionSource</c> is reached, and what a suspended method keeps is reached only when what it awaits can complete (<see cref="GateRules"/>). A
/// source that is reached by nothing else than methods that wait for it, directly or in a circle, is never completed, and neither is one that only garbage leads to.
/// Wrongly "never": a source that only native code, or a reference into the midst of an object, leads to; one that the garbage collector gives back to a
/// finalizer of the framework's. Wrongly "can": a source on the stack of the thread that is blocked on it, one that somebody keeps and never completes, one that
/// something reached only by chance leads to (<see cref="ThreadRoots"/>, <see cref="RootScan"/>).
/// </summary>
internal sealed class DeepScan(TaskGraphBuilder builder, HeapImage image, GraphAssembler assembled)
{
    private const string What = "what can complete a source";
    private readonly HashSet<string> _why = [];

    /// <summary>Who is told how far it has come.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Marks the nodes of the graph; when not all could be followed, there is a gap and no mark.</summary>
    public void Read(ClrRuntime runtime, IDataReader reader, CancellationToken cancellation)
    {
        try
        {
            if (_why.Count == 0)
                Follow(runtime, reader, cancellation);
        }
        catch (OperationCanceledException)
        {
            Incomplete("the time was up before all objects were followed");
        }

        foreach (var why in _why)
            builder.AddGap(What, why);
    }

    /// <summary>Tells why nothing is said.</summary>
    public void Incomplete(string why) => _why.Add(why);

    private void Follow(ClrRuntime runtime, IDataReader reader, CancellationToken cancellation)
    {
        var shape = HeapShape.Of(runtime.Heap);
        if (shape.Bytes > Limits.Deep.HeapBytes)
        {
            Incomplete($"the heap has {shape.Bytes} bytes, and {Limits.Deep.HeapBytes} are followed at the most");
            return;
        }

        Progress?.Report("finding all objects");
        var objects = Objects(runtime.Heap, reader, shape, cancellation);
        var rules = new GateRules(builder, image.Store, assembled.Nodes, assembled.Owners);
        var gates = rules.Close();
        var nodes = new MarkedNodes(image.Store.Roots, assembled.Nodes, rules, builder.Count);
        var roots = new RootScan(runtime, Incomplete);
        var shapes = new TypeShapes(reader, image.Store.Roots.Types, Incomplete);
        var marker = new Marker(new BlockReader(reader), shape, objects, shapes, nodes, gates) { Dependents = roots.Dependents, Progress = count => Tell(count, cancellation) };
        foreach (var root in roots.Read(cancellation))
            marker.Mark(root);
        new ThreadRoots(reader, Incomplete).Read(runtime, marker.Mark, cancellation);
        marker.Run();
        bool[] isOpen = [.. Enumerable.Range(0, builder.Count).Select(gates.IsOpen)];
        marker.OpenAll();
        marker.Run();
        if (marker.Lost > 0)
            Incomplete($"{marker.Lost} objects could not be followed");
        if (_why.Count == 0)
            Keep(isOpen, rules, marker);
    }

    /// <summary>Finds where objects begin, so that nothing else is taken for one.</summary>
    private HeapBits Objects(ClrHeap heap, IDataReader reader, HeapShape shape, CancellationToken cancellation)
    {
        var (objects, free) = (new HeapBits(shape), heap.FreeType.MethodTable);
        var walker = new HeapWalker(reader, image.Store.Roots.Types)
        {
            Observer = (address, methodTable) =>
            {
                if (methodTable != free)
                    objects.Set(address);
            },
        };
        walker.Walk(heap, (_, why) => Incomplete(why), cancellation, out var cancelled);
        if (cancelled)
            throw new OperationCanceledException(cancellation);
        if (walker.LostBytes > 0)
            Incomplete($"{walker.LostBytes} bytes of the heap could not be read as objects");
        return objects;
    }

    private void Keep(bool[] isOpen, GateRules rules, Marker marker)
    {
        builder.IsDeep = true;
        for (var i = 0; i < isOpen.Length; i++)
        {
            ref var node = ref builder[i];
            if (rules.IsSource(i))
                node.Flags |= isOpen[i] ? NodeFlags.CanComplete : NodeFlags.CannotComplete;
            if (marker.HasMet(node.Address))
                node.Flags |= NodeFlags.Reachable;
        }
    }

    private void Tell(long count, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Progress?.Report(string.Create(CultureInfo.InvariantCulture, $"following references: {count:N0} objects"));
    }
}
