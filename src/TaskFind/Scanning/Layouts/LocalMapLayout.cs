using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the maps from AsyncLocal to value: none to four pairs in fields, up to sixteen in an array, more in a dictionary.</summary>
internal sealed class LocalMapLayout : FieldsLayout
{
    private const int PairFields = 5;
    private readonly List<(int Key, int Value)> _pairs = [];
    private readonly int _array;

    private LocalMapLayout(ClrType type)
        : base(type)
    {
        for (var i = 0; i < PairFields; i++)
            AddPair($"_item{i}", $"_key{i}", $"_value{i}");
        _array = Value("_keyValues", "_entries");
        IsKnown = _pairs.Count > 0 || _array >= 0 || type.Name!.EndsWith("+EmptyAsyncLocalValueMap", StringComparison.Ordinal);
    }

    /// <summary>Gets whether this is a map whose pairs are found.</summary>
    public bool IsKnown { get; }

    public static ILayout? TryFor(ClrType type) =>
        type.Name is { } name && name.StartsWith("System.Threading.AsyncLocalValueMap+", StringComparison.Ordinal) && name.EndsWith("Map", StringComparison.Ordinal)
            ? new LocalMapLayout(type)
            : null;

    /// <summary>Gives the array that the pairs are in; 0 when they are in the map itself.</summary>
    public ulong Array(in ObjectBytes o) => o.Ref(_array);

    /// <summary>Gives the pairs that are in the map itself.</summary>
    public (ulong Key, ulong Value)[] Pairs(in ObjectBytes o)
    {
        var pairs = new (ulong Key, ulong Value)[_pairs.Count];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (o.Ref(_pairs[i].Key), o.Ref(_pairs[i].Value));
        return pairs;
    }

    private void AddPair(string item, string key, string value)
    {
        var pair = Fields.Struct(item);
        var (keyAt, valueAt) = pair is { } fields ? (fields.Offset("key", "_key"), fields.Offset("value", "_value")) : (Fields.Offset(key), Fields.Offset(value));
        if (keyAt >= 0 && valueAt >= 0)
            _pairs.Add((Keep(keyAt), Keep(valueAt)));
    }
}
