using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using TaskFind.Model;

namespace TaskFind.Tests.Captures;

/// <summary>Makes an object of the model in which no field has the value that it has by itself: what a copy of it lacks, was lost.</summary>
internal static class Filler
{
    public static object Fill(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Fill(inner);
        if (type == typeof(string))
            return "words";
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        if (type == typeof(TimeSpan))
            return TimeSpan.FromTicks(12_345);
        if (type == typeof(NodeFlags))
            return NodeFlags.Framework;
        if (type == typeof(WaitKind))
            return WaitKind.Semaphore;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(1)!;
        if (type == typeof(byte))
            return (byte)1;

        // Zero leads to the one row of each table, and is no field's value by itself but a count's; rows that are counted are given one below.
        if (type.IsPrimitive)
            return Convert.ChangeType(0, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsGenericType && type.Name.StartsWith("Rows", StringComparison.Ordinal))
            return Rows(type);
        if (type.IsArray)
            return List(type.GetElementType()!);
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
            return List(type.GetGenericArguments()[0]);
        return Fields(type);
    }

    private static object Rows(Type type)
    {
        var rows = Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [true], null)!;
        var row = Fill(type.GetGenericArguments()[0]);
        type.GetMethod("Add")!.Invoke(rows, [row]);
        return rows;
    }

    private static Array List(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Fill(item), 0);
        return list;
    }

    private static object Fields(Type type)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            field.SetValue(made, IsNumber(field) ? Convert.ChangeType(7, Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType, System.Globalization.CultureInfo.InvariantCulture) : Fill(field.FieldType));
        return made;
    }

    // What is no index into a table can be any number.
    private static bool IsNumber(FieldInfo field)
    {
        var type = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
        return (type == typeof(int) || type == typeof(long) || type == typeof(ulong))
            && (field.DeclaringType!.Name is "Coverage" or "PoolInfo" or "SourceLine" or "AwaitPoint" or "Gap" or "RunningMethod" or "TargetInfo" or "ObjectAddress" or "TaskGraphData" or "ContextInfo"
                || field.Name is "Address" or "TaskId" or "Thread" or "Number" or "Total" or "Left" or "Of" or "Age" or "<Context>k__BackingField" or "<ManagedId>k__BackingField" or "<OSId>k__BackingField" or "<OmittedFrames>k__BackingField"
                || (field.DeclaringType.Name == "WaitRow" && field.Name is "Count" or "Position"));
    }
}
