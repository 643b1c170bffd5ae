using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Variables;

/// <summary>Copies, while the target stands still, what methods that are not done keep in variables: machines, closures, and what these refer to.</summary>
internal sealed class VariableScan(IMemoryReader reader, TypeTable types, ObjectStore store, ObjectFetcher fetcher, Action<string, string> gap)
{
    private const string What = "the variables of a method";
    private readonly VariableCopies _copies = new();

    /// <summary>Copies the variables of all methods, or of those that a look for one method leads to.</summary>
    public VariableCopies Read(Selection? selection, CancellationToken cancellation)
    {
        var closures = new HashSet<ulong>();
        for (var i = 0; i < store.Roots.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            ref readonly var root = ref store.Roots[i];
            if (((TaskFlags)root.Flags & TaskFlags.Completed) != 0 || (selection?.IsPassedOver(i) == true && !fetcher.HasMet(i)))
                continue;
            if (VariableCopies.HolderOf(store, root) is not 0 and var holder && !Copy(holder, closures))
                break;
        }

        // What a method is of has been met as if it were a closure, and is passed over unless it is one.
        for (var depth = 0; closures.Count > 0 && depth < Limits.Scan.ClosuresOfMethod; depth++)
        {
            var inner = new HashSet<ulong>();
            foreach (var closure in closures)
            {
                cancellation.ThrowIfCancellationRequested();
                if (types.At(closure) is { } type && VariableCopies.IsMade(type) && !Copy(closure, inner))
                    break;
            }

            closures = inner;
        }

        fetcher.Fetch(_copies.References().Take(Limits.Scan.VariableObjects), cancellation);
        return _copies;
    }

    /// <summary>Copies one object, and notes the closures that it refers to; false when there are enough.</summary>
    private bool Copy(ulong address, HashSet<ulong> closures)
    {
        if (_copies.Contains(address) || types.At(address) is not { } type || _copies.FieldsOf(type) is not { Length: > 0 } fields)
            return true;
        if (_copies.Count >= Limits.Scan.VariableHolders)
        {
            gap(What, $"only those of the first {Limits.Scan.VariableHolders} machines and closures are read");
            return false;
        }

        if (fields.Length == Limits.Scan.VariableFields)
            gap(What, $"only the first {Limits.Scan.VariableFields} fields of a type are read");
        var bytes = new byte[Math.Min(fields.Max(f => f.End), Limits.Scan.VariableBytes)];
        var got = Math.Max(reader.Read(address, bytes), 0);
        if (got < bytes.Length)
            Array.Resize(ref bytes, got);
        _copies.Add(address, type, bytes);
        if (_copies.TryGet(address, out var o))
            closures.UnionWith(_copies.Closures(o));
        return true;
    }
}
