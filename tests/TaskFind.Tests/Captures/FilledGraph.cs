using System.Reflection;
using System.Runtime.CompilerServices;
using TaskFind.Model;

namespace TaskFind.Tests.Captures;

/// <summary>Makes the tables of a graph by reflection, each field of each row filled: a field that somebody adds is in them without a word here.</summary>
internal sealed class FilledGraph(int seed)
{
    private const int RowsOfEach = 3;
    private readonly Random _random = new(seed);

    public TaskGraphData Make() => (TaskGraphData)Value(typeof(TaskGraphData));

    private object Value(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Value(inner);
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object>().ElementAt(_random.Next(1, Enum.GetValues(type).Length));
        if (type.IsArray)
            return Array(type.GetElementType()!);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Array(type.GetGenericArguments()[0]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Rows<>))
            return Rows(type);
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => _random.Next(1, int.MaxValue),
            TypeCode.Int64 => _random.NextInt64(long.MinValue + 1, long.MaxValue),
            TypeCode.UInt64 => (ulong)_random.NextInt64(long.MinValue, long.MaxValue),
            TypeCode.Byte => (byte)_random.Next(1, 256),
            TypeCode.Boolean => true,
            TypeCode.String => "text " + _random.Next(1000),
            _ when type == typeof(TimeSpan) => new TimeSpan(_random.NextInt64()),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(_random.NextInt64(DateTime.MaxValue.Ticks), TimeSpan.Zero),
            _ when type.Namespace == typeof(NodeRow).Namespace => Filled(type),
            _ => throw new NotSupportedException($"Say here how a {type} is made, and in Captures how it is saved."),
        };
    }

    private object Filled(Type type)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            field.SetValue(made, Value(field.FieldType));
        return made;
    }

    private Array Array(Type item)
    {
        var made = System.Array.CreateInstance(item, RowsOfEach);
        for (var i = 0; i < RowsOfEach; i++)
            made.SetValue(Value(item), i);
        return made;
    }

    private object Rows(Type type)
    {
        var rows = Activator.CreateInstance(type, [true])!;
        for (var i = 0; i < RowsOfEach; i++)
            type.GetMethod("Add")!.Invoke(rows, [Value(type.GetGenericArguments()[0])]);
        return rows;
    }
}
