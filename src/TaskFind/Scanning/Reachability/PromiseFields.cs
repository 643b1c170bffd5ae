using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Reachability;

/// <summary>
/// Tells whether who refers to a bare task by some field could complete it. Rule: a field of a method builder could, and so could one of the core library's own
/// types, which alone may complete a task by itself, but for collections, awaiters, tuples and tasks that wait for it.
/// Wrongly yes: a delegate or callback of the core library that was given a task and only reads it. Wrongly no: code that completes a task by reflection.
/// </summary>
internal sealed class PromiseFields
{
    private const int Header = 8, ElementsAt = 16;
    private const string Core = "System.Private.CoreLib";
    private static readonly string[] s_harmless =
        ["System.Collections.", "System.ValueTuple", "System.Tuple", "System.Threading.Tasks.ValueTask", "System.Runtime.CompilerServices.TaskAwaiter", "System.Runtime.CompilerServices.Configured"];

    private readonly Dictionary<(int Type, int Offset), bool> _known = [];

    /// <summary>Asks for a reference at an offset of an object, the method table included.</summary>
    public bool MayComplete(TypeEntry holder, long offset)
    {
        if (holder.Type is not { } type || offset > int.MaxValue && !type.IsArray)
            return true;
        if (type.IsArray)
            offset = ElementsAt + ((offset - ElementsAt) % Math.Max(holder.ComponentSize, Header));
        if (!_known.TryGetValue((holder.Index, (int)offset), out var may))
            _known.Add((holder.Index, (int)offset), may = type.IsArray ? InElement(type, (int)offset - ElementsAt) : InFields(TypeFields.Of(type), type, (int)offset));
        return may;
    }

    private static bool InElement(ClrType array, int offset) =>
        array.ComponentType is not { } element || (element.IsValueType && InFields(TypeFields.Of(element), element, Header + offset));

    private static bool InFields(TypeFields fields, ClrType holder, int offset)
    {
        // A struct inside itself there is not; a chain of structs is as deep as the object is long.
        for (var left = offset; left >= 0; left -= Header)
        {
            if (holder.Name?.Contains("MethodBuilder", StringComparison.Ordinal) != false || At(fields, offset) is not { } field)
                return true;
            if (field.IsObjectReference)
                return IsAbleTo(holder.IsValueType ? holder : field.ContainingType ?? holder);
            if (fields.Struct(field) is not { } inner)
                return true;
            (fields, holder) = (inner, inner.Type);
        }

        return true;
    }

    private static ClrInstanceField? At(TypeFields fields, int offset)
    {
        foreach (var field in fields.All)
        {
            if (fields.OffsetOf(field) is >= 0 and var start && offset >= start && offset < start + Math.Max(field.Size, 1))
                return field;
        }

        return null;
    }

    private static bool IsAbleTo(ClrType declaring) =>
        Path.GetFileNameWithoutExtension(declaring.Module?.Name) == Core && declaring.Name is { } name
        && !s_harmless.Any(h => name.StartsWith(h, StringComparison.Ordinal)) && !TypeNames.DerivesFrom(declaring, TaskLayout.TypeName);
}
