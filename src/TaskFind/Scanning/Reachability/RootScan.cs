using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Reachability;

/// <summary>
/// Gives the roots that handles are, and objects whose finalizers will run. Rule: all handles but weak ones, which static fields are too; what waits for
/// its finalizer, and what has one that the program wrote, for that may complete something in the end.
/// Wrongly yes: a handle that counts references and has none; an object whose finalizer does nothing of the kind. Wrongly no: what only native code knows of.
/// </summary>
internal sealed class RootScan(ClrRuntime runtime, Action<string> incomplete)
{
    /// <summary>The object that keeps all of a collectible assembly; the runtime refers to it weakly, from places that are not read.</summary>
    private const string LoaderAllocator = "System.Reflection.LoaderAllocator";

    /// <summary>Gets what is alive as long as something else is, as in a <c>ConditionalWeakTable</c>.</summary>
    public Dictionary<ulong, List<ulong>> Dependents { get; } = [];

    /// <summary>Gives the objects, and fills <see cref="Dependents"/> on the way.</summary>
    public IEnumerable<ulong> Read(CancellationToken cancellation)
    {
        var left = Limits.Deep.Handles;
        foreach (var handle in runtime.EnumerateHandles())
        {
            if (--left < 0)
            {
                incomplete($"only the first {Limits.Deep.Handles} handles were read");
                break;
            }

            cancellation.ThrowIfCancellationRequested();
            if (handle.HandleKind == ClrHandleKind.Dependent)
                AddDependent(handle.Object.Address, handle.Dependent.Address);
            else if (handle.HandleKind is not (ClrHandleKind.WeakShort or ClrHandleKind.WeakLong or ClrHandleKind.WeakWinRT) || handle.Object.Type?.Name == LoaderAllocator)
                yield return handle.Object.Address;
        }

        foreach (var root in runtime.Heap.EnumerateFinalizerRoots())
            yield return root.Object.Address;
        foreach (var own in OwnFinalizable(cancellation))
            yield return own;
    }

    private IEnumerable<ulong> OwnFinalizable(CancellationToken cancellation)
    {
        var isOwn = new Dictionary<ulong, bool>();
        var left = Limits.Deep.Finalizers;
        foreach (var o in runtime.Heap.EnumerateFinalizableObjects())
        {
            if (--left < 0)
            {
                incomplete($"only the first {Limits.Deep.Finalizers} objects with a finalizer were read");
                break;
            }

            cancellation.ThrowIfCancellationRequested();
            if (o.Type is not { } type)
                continue;
            if (!isOwn.TryGetValue(type.MethodTable, out var own))
                isOwn.Add(type.MethodTable, own = !FrameworkModules.Contains(type.Module?.Name ?? ""));
            if (own)
                yield return o.Address;
        }
    }

    private void AddDependent(ulong key, ulong value)
    {
        if (!Dependents.TryGetValue(key, out var values))
            Dependents.Add(key, values = []);
        values.Add(value);
    }
}
