using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Says objects as values: strings, numbers and their like as such, others by type and address.</summary>
/// <param name="store">The copied objects.</param>
/// <param name="gap">Is told what could not be read.</param>
/// <param name="what">What the values are of, for a gap.</param>
internal sealed class ObjectValues(ObjectStore store, Action<string, string> gap, string what)
{
    /// <summary>Says the object at an address, which is null when that is 0.</summary>
    public LocalValue Of(ulong address)
    {
        var at = new ObjectAddress(address);
        if (address == 0)
            return new LocalValue(LocalValueKind.Null, "", null, at);
        if (!store.TryGet(address, out var o))
        {
            gap(what, "it could not be read");
            return new LocalValue(LocalValueKind.Unknown, "", null, at);
        }

        if (o.Type.Layout is StringLayout && !StringLayout.IsWhole(o))
            gap(what, $"only the first {Limits.Scan.StringLength} characters are told");
        return o.Type.Layout switch
        {
            StringLayout => new LocalValue(LocalValueKind.Text, "string", StringLayout.Read(o), at),
            BoxedValueLayout boxed when boxed.Text(o) is { } text => new LocalValue(boxed.IsText ? LocalValueKind.Text : LocalValueKind.Plain, o.Type.DisplayName, text, at),
            TaskObjectLayout { ResultType: var result } => new LocalValue(LocalValueKind.Other, result.Length == 0 ? "Task" : $"Task<{result}>", null, at),
            _ => new LocalValue(LocalValueKind.Other, o.Type.DisplayName, null, at),
        };
    }
}
