using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>
/// The kept tasks that a look for one method need not describe: they become nodes only when something that matters leads to them. What continues with
/// what is noted for all of them, since a WhenAll does not know its tasks.
/// </summary>
internal sealed class Selection
{
    private readonly bool[] _isPassedOver;
    private readonly List<int> _ofInterest = [];

    public Selection(RootTable roots, Interest interest)
    {
        _isPassedOver = new bool[roots.Count];
        Links = new ReverseEdges(roots.Count);
        for (var i = 0; i < roots.Count; i++)
        {
            ref readonly var root = ref roots[i];
            var type = roots.TypeOf(root);
            if (type.Layout is not (TaskObjectLayout or PooledBoxLayout))
            {
                if (type.Layout is IteratorLayout or WorkQueueLayout or LocalQueueLayout)
                    _ofInterest.Add(i);
                continue;
            }

            var next = roots.Find(root.Continuation);
            if (next >= 0 && IsPromise(roots, next))
                Links.Add(i, next);

            // What is registered and was not kept may be a blocked thread's, or lead to a promise.
            _isPassedOver[i] = (root.Continuation == 0 || next >= 0)
                && (interest.IsOther(type) ? !IsRunning(roots, root) && IsNode(roots, root, type) : IsBare(type, root));
            if (_isPassedOver[i])
                PassedOver++;
            else
                _ofInterest.Add(i);
        }
    }

    /// <summary>Gets which tasks a promise is registered with directly, by their indexes among the kept objects.</summary>
    public ReverseEdges Links { get; }

    /// <summary>Gets the kept objects that lead to all that must be copied: tasks that may be meant, and the pool's queues.</summary>
    public IReadOnlyList<int> OfInterest => _ofInterest;

    /// <summary>Gets how many nodes were passed over.</summary>
    public int PassedOver { get; private set; }

    /// <summary>Tells whether a kept object is no node yet.</summary>
    public bool IsPassedOver(int root) => _isPassedOver[root];

    /// <summary>Tells whether something registered is a promise that asks for the tasks it waits for.</summary>
    public static bool IsPromise(RootTable roots, int root) => roots.TypeOf(roots[root]).Layout is TaskObjectLayout { Promise: not null };

    /// <summary>Tells a method that a thread runs, which is told with the thread.</summary>
    private static bool IsRunning(RootTable roots, in RootRecord root) =>
        ((TaskFlags)root.Flags & TaskFlags.Completed) == 0 && MachineView.StateOf(roots, root) == MachineLayout.Running;

    /// <summary>Tells what is certainly a node: of a Debug build, the box of an iterator is none, and that of a pooled method only while it is in use.</summary>
    private static bool IsNode(RootTable roots, in RootRecord root, TypeEntry type) => type.Layout switch
    {
        PooledBoxLayout box => box.Embedded is not null,
        TaskObjectLayout { IsBox: true, Embedded: null } => roots.Find(root.Awaited) is >= 0 and var machine && roots.TypeOf(roots[machine]).Layout is not IteratorLayout,
        _ => true,
    };

    /// <summary>Tells a task that has no delegate and no name, as a completion source's.</summary>
    private static bool IsBare(TypeEntry type, in RootRecord root) =>
        root.Copy < 0 && type.Layout is TaskObjectLayout { IsBox: false } && !TypeNamesOfTasks.IsRuntimeAsync(type.Name);
}
