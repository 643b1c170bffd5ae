using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Variables;

/// <summary>A field of a state machine or of a closure that holds a variable, or a closure.</summary>
/// <param name="Name">The variable, or that it is a closure.</param>
/// <param name="Field">The field as ClrMD has it.</param>
/// <param name="At">Where it lies in the object, or in the box that the machine is part of.</param>
internal sealed record VariableField(VariableName Name, ClrInstanceField Field, int At)
{
    /// <summary>Gets where the field ends; what a damaged type says of its size may be anything.</summary>
    public long End => At + (long)Math.Max(Field.Size, 1);

    /// <summary>Gets whether it refers to the object that the method is of.</summary>
    public bool IsThis => Name.Name is VariableName.This && Field.IsObjectReference;

    /// <summary>Gets whether it is a parameter, whose field has its name but for what Visual Basic puts in front, or <c>this</c>.</summary>
    public bool IsParameter => Name.Name is VariableName.This || Field.Name == Name.Name || Field.Name == VariableName.VisualBasicPrefix + Name.Name;

    /// <summary>Finds them in the order in which they were declared.</summary>
    public static VariableField[] Of(TypeFields fields) =>
    [
        .. fields.All
            .Where(f => !IsAwaiterOfFSharp(f, fields))
            .Select(f => new VariableField(VariableName.Of(f.Name), f, fields.OffsetOf(f)))
            .Where(v => v.At >= 0 && (v.Name.IsClosure ? v.Field.IsObjectReference : v.Name.Name is not null))
            .OrderBy(v => v.Field.Token)
            .Take(Limits.Scan.VariableFields),
    ];

    private static bool IsAwaiterOfFSharp(ClrInstanceField field, TypeFields fields) =>
        field.Name?.StartsWith("awaiter", StringComparison.Ordinal) == true && fields.Find("ResumptionPoint") is not null;
}
