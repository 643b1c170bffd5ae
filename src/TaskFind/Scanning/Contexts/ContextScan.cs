using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Contexts;

/// <summary>Copies, while the target stands still, the execution contexts of tasks, their AsyncLocals, and the values of these.</summary>
internal sealed class ContextScan(ObjectStore store, ObjectFetcher fetcher, Action<string, string> gap)
{
    /// <summary>Copies the contexts of all tasks, or of those that a look for one method may mean.</summary>
    public void Read(Selection? selection, CancellationToken cancellation)
    {
        var contexts = Contexts(selection);
        fetcher.Fetch(contexts, cancellation);
        var maps = contexts.Select(c => ContextObjects.Map(store, c)).Where(m => m != 0).ToHashSet();
        fetcher.Fetch(maps, cancellation);
        fetcher.Fetch(maps.Select(m => ContextObjects.Array(store, m)).Where(a => a != 0), cancellation);
        var objects = Objects(maps);
        fetcher.Fetch(objects, cancellation);
        foreach (var o in objects)
        {
            if (store.TryGet<ActivityLayout>(o, out var activity, out var layout))
                fetcher.Fetch(layout.Names(activity).Where(n => n != 0), cancellation);
        }
    }

    private HashSet<ulong> Contexts(Selection? selection)
    {
        var contexts = new HashSet<ulong>();
        for (var i = 0; i < store.Roots.Count; i++)
        {
            if (!ContextObjects.AreWanted(store, selection, i) || ContextObjects.Of(store, store.Roots[i]) is not (not 0 and var context) || contexts.Contains(context))
                continue;
            if (contexts.Count < Limits.Scan.Contexts)
                contexts.Add(context);
            else
                gap("the context of a task", $"only the first {Limits.Scan.Contexts} contexts are read");
        }

        return contexts;
    }

    private HashSet<ulong> Objects(HashSet<ulong> maps)
    {
        var objects = new HashSet<ulong>();
        foreach (var map in maps)
        {
            foreach (var (local, value) in ContextObjects.Pairs(store, map))
            {
                objects.Add(local);
                if (value != 0)
                    objects.Add(value);
            }

            if (objects.Count < Limits.Scan.ContextObjects)
                continue;
            gap("the AsyncLocals of contexts", $"only {Limits.Scan.ContextObjects} of their objects are read");
            break;
        }

        return objects;
    }
}
