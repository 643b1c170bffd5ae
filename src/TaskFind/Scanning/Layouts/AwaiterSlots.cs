using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Finds the awaiter fields of a state machine, by the names that the C#, VB and F# compilers give them.</summary>
internal static class AwaiterSlots
{
    /// <summary>Stands for the offset of a reference that lies deeper than is looked.</summary>
    public const int TooDeep = -2;

    /// <summary>The framework's awaiters keep the awaited object under these names; each may be a struct that is looked into.</summary>
    private static readonly string[] s_known = ["m_task", "_value", "_obj", "_awaiter", "m_awaiter", "_task"];

    public static IReadOnlyList<AwaiterSlot> Of(TypeFields machine)
    {
        var slots = new List<AwaiterSlot>();
        foreach (var field in machine.All)
        {
            if (field.Name is { } name && IsAwaiter(name) && Slot(machine, field, name) is { } slot)
                slots.Add(slot);
        }

        return slots;
    }

    /// <summary>Finds the reference inside a boxed awaiter struct; -1 for none, or <see cref="TooDeep"/>.</summary>
    public static int InBoxed(ClrType type) => Reference(TypeFields.Of(type), 0);

    private static bool IsAwaiter(string name) =>
        name.StartsWith("<>u__", StringComparison.Ordinal) || name.StartsWith("$A", StringComparison.Ordinal)
        || name.StartsWith("awaiter", StringComparison.Ordinal);

    private static AwaiterSlot? Slot(TypeFields machine, ClrInstanceField field, string name)
    {
        var offset = machine.OffsetOf(field);
        if (offset < 0)
            return null;
        if (field.IsObjectReference)
            return new AwaiterSlot(name, offset, field.Type?.Name, IsObject: true);
        return new AwaiterSlot(name, machine.Struct(field) is { } inner ? Reference(inner, 0) : -1, field.Type?.Name, IsObject: false);
    }

    /// <summary>
    /// Gives the offset of the reference to the awaited object. Rule: the names that the framework's awaiters use, else the first reference, depth first.
    /// Wrongly yes: a hand-written awaiter that keeps something else before what it awaits. Wrongly no: one that keeps no reference.
    /// </summary>
    private static int Reference(TypeFields fields, int depth)
    {
        if (depth > Limits.Scan.AwaiterDepth)
            return TooDeep;
        var none = -1;
        foreach (var name in s_known)
        {
            if (fields.Find(name) is { } field && Within(fields, field, depth) is >= 0 and var offset)
                return offset;
        }

        foreach (var field in fields.All)
        {
            var offset = Within(fields, field, depth);
            if (offset >= 0)
                return offset;
            none = Math.Min(none, offset);
        }

        return none;
    }

    private static int Within(TypeFields fields, ClrInstanceField field, int depth) =>
        field.IsObjectReference ? fields.OffsetOf(field)
        : fields.Struct(field) is { } inner && !field.IsPrimitive ? Reference(inner, depth + 1)
        : -1;
}
