using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Reachability;

/// <summary>Finds, once for each method table, what the traversal needs of it.</summary>
internal sealed class TypeShapes(IMemoryReader reader, TypeTable types, Action<string> incomplete)
{
    private readonly Dictionary<ulong, TypeShape?> _known = [];
    private TypeShape? _last;

    /// <summary>Gives the shape of a type's objects; null when there is no such type, or for free space.</summary>
    public TypeShape? Of(ulong methodTable)
    {
        if (_last?.Type.MethodTable == methodTable)
            return _last;
        if (!_known.TryGetValue(methodTable, out var shape))
            _known.Add(methodTable, shape = Make(methodTable));
        return _last = shape;
    }

    private TypeShape? Make(ulong methodTable)
    {
        if (types.Find(methodTable) is not { Type: { } type } entry)
            return null;
        var map = type.ContainsPointers ? ReferenceMap.Read(reader, methodTable) : null;
        if (map is null && type.ContainsPointers)
            incomplete($"where objects of {entry.DisplayName} refer to others could not be read");
        var keeper = type.IsCollectible && reader.ReadPointer(type.LoaderAllocatorHandle, out var allocator) ? allocator : 0;
        return new TypeShape(entry, map, keeper);
    }
}
