using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Variables;

/// <summary>Makes of the fields of machines and closures the variables that their methods have.</summary>
internal sealed class VariableReader(TaskGraphBuilder builder, ObjectStore store, VariableCopies copies)
{
    private const string WhatOfMethod = "the variables of a method", What = "the value of a variable";
    private readonly ObjectValues _values = new(store, builder.AddGap, What);
    private readonly HashSet<ulong> _closures = [];

    /// <summary>Gives the index of the variables of a kept object's method; -1 when it has none.</summary>
    public int Read(in RootRecord root)
    {
        _closures.Clear();
        if (!copies.TryGet(VariableCopies.HolderOf(store, root), out var machine) || Of(machine) is not { Count: > 0 } found)
            return -1;
        var omitted = Math.Max(found.Count - Limits.Scan.VariablesOfMethod, 0);
        if (omitted > 0)
            builder.AddGap(WhatOfMethod, $"only the first {Limits.Scan.VariablesOfMethod} are told");
        return builder.Add(new MethodVariables([.. found.OrderBy(v => v.Name != VariableName.This).Take(Limits.Scan.VariablesOfMethod)]) { Omitted = omitted });
    }

    /// <summary>Reads the fields of a machine or closure, and those of its closures: a parameter that is in one was moved there, and is no longer what the machine has.</summary>
    private List<VariableInfo> Of(in ObjectBytes o)
    {
        List<VariableInfo> own = [], captured = [];
        HashSet<string> moved = [];
        foreach (var field in copies.FieldsOf(o.Type))
        {
            // A method and the closure of an inner block both refer to that of the outer one.
            if (!(field.Name.IsClosure || field.IsThis) || !copies.TryGet(o.Ref(field.At), out var closure) || !_closures.Add(closure.Address))
                continue;
            if (_closures.Count <= Limits.Scan.ClosuresOfMethod)
                captured.AddRange(Of(closure));
            else
                builder.AddGap(WhatOfMethod, $"only {Limits.Scan.ClosuresOfMethod} of its closures are read");
        }

        moved.UnionWith(captured.Select(v => v.Name));
        foreach (var field in copies.FieldsOf(o.Type))
        {
            if (field.Name.Name is { } name && !(field.IsParameter && moved.Contains(name)) && !(field.IsThis && IsMade(o.Ref(field.At))))
                own.Add(Variable(name, field, o));
        }

        return [.. own, .. captured];
    }

    private bool IsMade(ulong address) => store.TryGet(address, out var o) && VariableCopies.IsMade(o.Type);

    private VariableInfo Variable(string name, VariableField field, in ObjectBytes o)
    {
        var value = field.End > o.Length ? Unread()
            : field.Field.IsObjectReference ? _values.Of(o.Ref(field.At))
            : Struct(field.Field.Type, field.Field.ElementType, o, field.At);
        return new VariableInfo(name, TypeOf(field.Field) ?? value.Type, value);
    }

    private LocalValue Unread()
    {
        builder.AddGap(What, "it could not be read");
        return new LocalValue(LocalValueKind.Unknown, "", null, default);
    }

    private static LocalValue Struct(ClrType? type, ClrElementType element, in ObjectBytes o, int at) =>
        type?.Name?.StartsWith("System.Nullable<", StringComparison.Ordinal) != true
        || type.GetFieldByName("hasValue") is not { Offset: >= 0 } has || type.GetFieldByName("value") is not { Offset: >= 0 } value ? Plain(type, element, o, at)
        : o.Bool(at + has.Offset) ? Plain(value.Type, value.ElementType, o, at + value.Offset)
        : new LocalValue(LocalValueKind.Null, "", null, default);

    private static LocalValue Plain(ClrType? type, ClrElementType element, in ObjectBytes o, int at)
    {
        var text = ValueText.Of(type, element, o, at);
        var kind = text is null ? LocalValueKind.Other : element == ClrElementType.Char ? LocalValueKind.Text : LocalValueKind.Plain;
        return new LocalValue(kind, TypeNames.Display(type?.Name ?? ""), text, default);
    }

    // Of a type parameter the runtime tells only that it is one.
    private static string? TypeOf(ClrInstanceField field) =>
        field.Type?.Name is { Length: > 0 } name && !name.Contains("System.__Canon", StringComparison.Ordinal) ? TypeNames.Display(name) : null;
}
