using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Reads the result of a task that ran to its end, for those who asked for values: numbers and strings as such, anything else by its type.</summary>
internal sealed class ResultReader(ObjectStore store)
{
    /// <summary>Lists the objects that are results, so that they are copied while the target stands still.</summary>
    public static IEnumerable<ulong> References(ObjectStore store)
    {
        for (var i = 0; i < store.Roots.Count; i++)
        {
            if (Reference(store.Roots.BytesOf(store.Roots[i])) is not 0 and var result)
                yield return result;
        }
    }

    /// <summary>Gives the result as text, not escaped; null for a task without one.</summary>
    public string? Read(in ObjectBytes o, TaskObjectLayout layout)
    {
        if (layout.ResultType.Length == 0 || layout.ResultAt is not { Offset: >= 0 } field || !IsThere(o, layout))
            return null;
        var at = OffsetOf(field);
        if (field.IsObjectReference)
            return Object(o.Ref(at));
        return ValueText.Of(field.Type, field.ElementType, o, at) ?? layout.ResultType;
    }

    private string? Object(ulong address) =>
        address == 0 ? "null" : store.Text(address) ?? (store.TryGet(address, out var o) ? o.Type.DisplayName : null);

    private static ulong Reference(in ObjectBytes o) =>
        o.Type.Layout is TaskObjectLayout { ResultAt: { IsObjectReference: true, Offset: >= 0 } field } layout && IsThere(o, layout)
            ? o.Ref(OffsetOf(field))
            : 0;

    private static bool IsThere(in ObjectBytes o, TaskObjectLayout layout) => layout.Task.Flags(o).HasFlag(TaskFlags.RanToCompletion);

    private static int OffsetOf(ClrInstanceField field) => 8 + field.Offset;
}
