using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Contexts;

/// <summary>Makes of a task's execution context what is told of it; tasks of one context share it.</summary>
internal sealed class ContextReader(TaskGraphBuilder builder, ObjectStore store, LocalHolders holders)
{
    private const string What = "the context of a task", WhatOfValue = "the value of an AsyncLocal", LocalType = "System.Threading.AsyncLocal<";
    private readonly ObjectValues _values = new(store, builder.AddGap, WhatOfValue);
    private readonly Dictionary<ulong, int> _byMap = [];
    private int _left = Limits.Scan.ContextObjects;

    /// <summary>Gives the index of the context of a kept object; -1 when it has none, or one without AsyncLocals.</summary>
    public int Read(in RootRecord root)
    {
        var context = ContextObjects.Of(store, root);
        if (context == 0)
            return -1;
        if (!store.TryGet<ExecutionContextLayout>(context, out var o, out var layout))
        {
            builder.AddGap(What, "it could not be read");
            return -1;
        }

        if (layout.Map(o) is not (not 0 and var map))
            return -1;
        if (!_byMap.TryGetValue(map, out var index))
            _byMap.Add(map, index = ReadMap(map) is { } read ? builder.Add(read) : -1);
        return index;
    }

    private ContextInfo? ReadMap(ulong map)
    {
        if (!store.TryGet<LocalMapLayout>(map, out var o, out var layout) || !layout.IsKnown)
        {
            builder.AddGap(What, store.TryGet(map, out o) ? $"its AsyncLocals are in a {o.Type.DisplayName}, which is not known" : "its AsyncLocals could not be read");
            return null;
        }

        var array = layout.Array(o);
        if (array != 0 && !(store.TryGet<LocalPairsLayout>(array, out var copied, out var pairs) && pairs.IsWhole(copied)))
            builder.AddGap(What, "not all of its AsyncLocals could be read");
        var read = ContextObjects.Pairs(store, map);
        if ((_left -= read.Count) >= 0)
            return Of(read);
        builder.AddGap(What, $"only {Limits.Scan.ContextObjects} AsyncLocals are read");
        return null;
    }

    private ContextInfo? Of(IReadOnlyList<(ulong Key, ulong Value)> pairs)
    {
        var current = Current(pairs);
        var locals = pairs.Where(p => p.Key != current.Key).Select(p => Local(p.Key, p.Value)).OfType<LocalInfo>()
            .OrderBy(l => l.Name is null).ThenBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.Address.Value).ToList();
        var activity = store.TryGet<ActivityLayout>(current.Value, out var o, out var layout) ? layout.Read(store, o) : null;
        if (activity is null && locals.Count == 0)
            return null;
        var omitted = Math.Max(locals.Count - Limits.Scan.LocalsOfContext, 0);
        if (omitted > 0)
            builder.AddGap("the AsyncLocals of a context", $"only the first {Limits.Scan.LocalsOfContext} are told");
        return new ContextInfo(activity, locals.Take(Limits.Scan.LocalsOfContext).ToArray()) { Omitted = omitted };
    }

    /// <summary>
    /// Finds the AsyncLocal of <c>Activity.Current</c>: the one that its static field holds; where no field is known to hold it, one whose value is an
    /// activity. Wrongly yes: a local of the program's, which no static field holds either. Wrongly no: an activity that could not be read.
    /// </summary>
    private (ulong Key, ulong Value) Current(IReadOnlyList<(ulong Key, ulong Value)> pairs)
    {
        var found = default((ulong Key, ulong Value));
        foreach (var pair in pairs)
        {
            if (!store.TryGet<ActivityLayout>(pair.Value, out _, out _))
                continue;
            if (holders.IsCurrentActivity(pair.Key))
                return pair;
            if (found.Key == 0 && holders.NameOf(pair.Key) is null)
                found = pair;
        }

        return found;
    }

    private LocalInfo? Local(ulong local, ulong value)
    {
        if (store.TryGet(local, out var o) && o.Type.Name.StartsWith(LocalType, StringComparison.Ordinal))
            return new LocalInfo(holders.NameOf(local), o.Type.DisplayName, new ObjectAddress(local), _values.Of(value));
        builder.AddGap(What, "one of its AsyncLocals could not be read");
        return null;
    }
}
