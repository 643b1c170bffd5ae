using Microsoft.Diagnostics.Runtime;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;

namespace TaskFind.IntegrationTests.Sites;

/// <summary>Reads objects of a dump by ClrMD alone, to compare what the look says with.</summary>
internal sealed class DumpObjects : IDisposable
{
    private readonly DataTarget _dump;
    private readonly ClrRuntime _runtime;

    public DumpObjects(TargetDump dump)
    {
        _dump = DataTarget.LoadDump(dump.FilePath);
        _runtime = _dump.ClrVersions[0].CreateRuntime(dump.Dac, ignoreMismatch: true);
    }

    /// <summary>Gives the name that an awaited object of the program's own gave itself.</summary>
    public string? Name(ObjectAddress address) => _runtime.Heap.GetObject(address.Value).ReadStringField("<Name>k__BackingField");

    /// <summary>Gives the full name of an object's class.</summary>
    public string? TypeName(ObjectAddress address) => _runtime.Heap.GetObject(address.Value).Type?.Name;

    /// <summary>Tells whether there is an object whose class has a name that ends so.</summary>
    public bool HasAny(string typeName) => _runtime.Heap.EnumerateObjects().Any(o => o.Type?.Name?.EndsWith(typeName, StringComparison.Ordinal) == true);

    /// <summary>Tells whether an object refers to another over a few references.</summary>
    public bool Reaches(ObjectAddress from, ObjectAddress to, int hops)
    {
        var near = new HashSet<ulong> { from.Value };
        for (int hop = 0; hop < hops; hop++)
        {
            near = [.. near.SelectMany(a => _runtime.Heap.GetObject(a).EnumerateReferenceAddresses())];
            if (near.Contains(to.Value))
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose()
    {
        _runtime.Dispose();
        _dump.Dispose();
    }
}
