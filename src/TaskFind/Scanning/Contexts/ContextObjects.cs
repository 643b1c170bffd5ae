using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Contexts;

/// <summary>Knows the way from a task to the AsyncLocals of its execution context.</summary>
internal static class ContextObjects
{
    /// <summary>Gives the context that a kept object captured; 0 for none, as of everything that is done.</summary>
    public static ulong Of(ObjectStore store, in RootRecord root)
    {
        var o = store.Roots.BytesOf(root);
        return o.Type.Layout switch
        {
            TaskObjectLayout { IsBox: true } box => box.Context(o),
            TaskObjectLayout task => store.TryGet<ContingentPropertiesLayout>(task.Task.Contingent(o), out var more, out var contingent) ? contingent.Context(more) : 0,
            PooledBoxLayout pooled => pooled.Context(o),
            IteratorLayout iterator => store.TryGet<TaskObjectLayout>(iterator.Embedded.BuilderTask(o), out var box, out var layout) ? layout.Context(box) : 0,
            _ => 0,
        };
    }

    /// <summary>
    /// Tells whether the context of a kept object is read: of what a look for one method passed over, only that of tasks with a delegate, whose method no
    /// type's name tells.
    /// </summary>
    public static bool AreWanted(ObjectStore store, Selection? selection, int root) =>
        selection?.IsPassedOver(root) != true || store.Roots.TypeOf(store.Roots[root]).Layout is TaskObjectLayout { IsBox: false };

    /// <summary>Gives the map from AsyncLocal to value; 0 when the context was not copied, or has none.</summary>
    public static ulong Map(ObjectStore store, ulong context) =>
        store.TryGet<ExecutionContextLayout>(context, out var o, out var layout) ? layout.Map(o) : 0;

    /// <summary>Gives the array that the pairs of a map are in; 0 when there is none.</summary>
    public static ulong Array(ObjectStore store, ulong map) => store.TryGet<LocalMapLayout>(map, out var o, out var layout) ? layout.Array(o) : 0;

    /// <summary>Gives the pairs of a map that were copied.</summary>
    public static IReadOnlyList<(ulong Key, ulong Value)> Pairs(ObjectStore store, ulong map)
    {
        if (!store.TryGet<LocalMapLayout>(map, out var o, out var layout))
            return [];
        return store.TryGet<LocalPairsLayout>(layout.Array(o), out var array, out var pairs) ? pairs.Pairs(array) : layout.Pairs(o);
    }
}
