using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Finds, while the target stands still, the tasks and delegates that schedulers and contexts keep in collections of their own.</summary>
internal sealed class HoldScan(ClrHeap heap, TypeTable types, ObjectStore store, Action<string, string> gap)
{
    private readonly Dictionary<ulong, ulong> _owners = [];
    private readonly HashSet<ulong> _met = [];
    private int _budget = Limits.Scan.HeldObjects;
    private bool _isDeeper;

    /// <summary>Gives the scheduler or context by what it keeps: tasks, and delegates.</summary>
    public IReadOnlyDictionary<ulong, ulong> Read(CancellationToken cancellation)
    {
        foreach (var i in store.Roots.Of<SchedulerLayout>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (store.Roots.TypeOf(store.Roots[i]).Layout is SchedulerLayout { IsPool: false })
                Search(store.Roots[i].Address);
        }

        if (_budget <= 0)
            gap("what schedulers and contexts keep", $"only the first {Limits.Scan.HeldObjects} objects behind them were looked at");
        if (_isDeeper)
            gap("what schedulers and contexts keep", $"only what lies up to {Limits.Scan.HoldDepth} steps behind them was looked at");
        return _owners;
    }

    /// <summary>
    /// Follows references a few steps, not through tasks, delegates and other schedulers. Rule: what is near in that way is kept by the scheduler.
    /// Wrongly yes: a scheduler that refers to a task for another reason; only tasks that are ready are asked about. Wrongly no: a queue that
    /// is not reached from the context, as one that lives in native code.
    /// </summary>
    private void Search(ulong owner)
    {
        var pending = new Queue<(ulong Address, int Depth)>([(owner, 0)]);
        while (pending.TryDequeue(out var at) && _budget > 0)
        {
            if (types.At(at.Address)?.Type is not { ContainsPointers: true } type)
                continue;
            if (at.Depth > Limits.Scan.HoldDepth)
            {
                _isDeeper = true;
                continue;
            }

            foreach (var reference in heap.GetObject(at.Address, type).EnumerateReferenceAddresses())
            {
                if (--_budget <= 0)
                    return;
                if (_met.Add(reference) && !IsLast(reference, owner))
                    pending.Enqueue((reference, at.Depth + 1));
            }
        }
    }

    private bool IsLast(ulong reference, ulong owner)
    {
        var isTask = store.Roots.Find(reference) >= 0;
        if (isTask || types.At(reference)?.Layout is DelegateLayout)
            _owners.TryAdd(reference, owner);
        return isTask || _owners.ContainsKey(reference);
    }
}
