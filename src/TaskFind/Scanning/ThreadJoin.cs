using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>Joins threads to objects: which thread is blocked on one, and which runs one.</summary>
internal sealed class ThreadJoin
{
    private readonly IReadOnlyList<ThreadCapture> _threads;
    private readonly Dictionary<ulong, List<ThreadCapture>> _holders = [];
    private readonly ILookup<int, ulong> _locks;

    public ThreadJoin(IReadOnlyList<ThreadCapture> threads, ObjectStore store)
    {
        _threads = threads;
        _locks = HeldLocksOf(store).ToLookup(l => l.Owner, l => l.Address);
        foreach (var thread in threads)
        {
            foreach (var address in thread.Held)
            {
                if (!_holders.TryGetValue(address, out var holders))
                    _holders.Add(address, holders = []);
                holders.Add(thread);
            }
        }
    }

    public IReadOnlyList<ThreadCapture> Threads => _threads;

    /// <summary>Tells the objects whose holders are worth searching for: running machines and delegates, and what a blocked thread waits on.</summary>
    public static HashSet<ulong> Wanted(ObjectStore store, Selection? selection, IReadOnlyList<MonitorCapture> monitors)
    {
        var wanted = new HashSet<ulong>(monitors.Where(m => m.Waiting > 0).Select(m => m.Object));
        foreach (var i in store.Roots.Of<LockLayout>())
            wanted.Add(store.Roots[i].Address);
        foreach (var i in store.Roots.Of<SemaphoreLayout>())
        {
            var o = store.Roots.BytesOf(store.Roots[i]);
            if (o.Type.Layout is SemaphoreLayout semaphore && semaphore.Threads(o) > 0)
                wanted.Add(o.Address);
        }

        for (var i = 0; i < store.Roots.Count; i++)
        {
            if (selection?.IsPassedOver(i) != true)
                AddTask(store, store.Roots[i], wanted);
        }

        return wanted;
    }

    /// <summary>Gives the locks that a thread holds, by the operating system's id.</summary>
    public IEnumerable<ulong> HeldLocks(int osId) => _locks[osId];

    /// <summary>Gives the managed id of the thread that waits on an event of a task (<c>Task+SetOnInvokeMres</c>).</summary>
    public int? BlockedOn(ulong waitEvent) => _holders.TryGetValue(waitEvent, out var holders) ? holders[0].ManagedId : null;

    /// <summary>Gives the thread that runs a method on behalf of an object, and its frame: the object is on its stack, and so is the method.</summary>
    public (ThreadCapture Thread, int Frame)? RunnerOf(ulong address, Func<FrameCapture, bool> isMethod)
    {
        foreach (var thread in _holders.GetValueOrDefault(address) ?? [])
        {
            for (var i = 0; i < thread.Frames.Count; i++)
            {
                if (isMethod(thread.Frames[i]))
                    return (thread, i);
            }
        }

        return null;
    }

    private static List<(int Owner, ulong Address)> HeldLocksOf(ObjectStore store)
    {
        var locks = new List<(int Owner, ulong Address)>();
        foreach (var i in store.Roots.Of<LockLayout>())
        {
            ref readonly var root = ref store.Roots[i];
            if (store.Roots.TypeOf(root).Layout is LockLayout layout)
                locks.Add((layout.Owner(store.Roots.BytesOf(root)), root.Address));
        }

        return locks;
    }

    private static void AddTask(ObjectStore store, in RootRecord root, HashSet<ulong> wanted)
    {
        var layout = store.Roots.TypeOf(root).Layout;
        var flags = layout is TaskObjectLayout ? (TaskFlags)root.Flags : 0;
        if ((flags & TaskFlags.Completed) != 0 || layout is not (TaskObjectLayout or PooledBoxLayout or IteratorLayout))
            return;
        if (flags.HasFlag(TaskFlags.DelegateInvoked) || MachineView.StateOf(store.Roots, root) == MachineLayout.Running)
            wanted.Add(root.Address);
        AddEvents(store, root.Continuation, wanted);
    }

    private static void AddEvents(ObjectStore store, ulong continuation, HashSet<ulong> wanted)
    {
        if (continuation == 0 || store.Roots.Find(continuation) >= 0)
            return;
        if (store.TryGet<ListLayout>(continuation, out var list, out var layout) && store.TryGet<ArrayLayout>(layout.Items(list), out var items, out _))
        {
            for (int i = 0, size = Math.Min(layout.Size(list), ArrayLayout.Length(items)); i < size; i++)
                AddEvent(store, ArrayLayout.Element(items, i), wanted);
        }
        else
        {
            AddEvent(store, continuation, wanted);
        }
    }

    private static void AddEvent(ObjectStore store, ulong address, HashSet<ulong> wanted)
    {
        if (store.TryGet(address, out var o) && o.Type.Name is "System.Threading.Tasks.Task+SetOnInvokeMres" or "System.Threading.Tasks.Task+SetOnCountdownMres")
            wanted.Add(address);
    }
}
