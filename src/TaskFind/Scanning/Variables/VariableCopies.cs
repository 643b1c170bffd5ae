using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Variables;

/// <summary>The objects whose fields are variables, state machines and closures, as they were copied while the target stood still.</summary>
internal sealed class VariableCopies
{
    private readonly Dictionary<ulong, (TypeEntry Type, byte[] Bytes)> _copies = [];
    private readonly Dictionary<TypeEntry, VariableField[]> _fields = [];

    public int Count => _copies.Count;

    /// <summary>Gives the object that holds the variables of a kept object's method: itself, or its machine where that is an object of its own; 0 for none.</summary>
    public static ulong HolderOf(ObjectStore store, in RootRecord root) => store.Roots.TypeOf(root).Layout switch
    {
        TaskObjectLayout { IsBox: false } or not IMachineHolder or MachineObjectLayout => 0,
        IMachineHolder { Embedded: not null } => root.Address,
        _ => root.Awaited,
    };

    /// <summary>Gives the fields of a type that hold variables.</summary>
    public VariableField[] FieldsOf(TypeEntry type)
    {
        if (!_fields.TryGetValue(type, out var fields))
            _fields.Add(type, fields = type.Type is not { } clr ? [] : VariableField.Of(type.Layout is IMachineHolder { Embedded: { } machine } ? machine.Fields : TypeFields.Of(clr)));
        return fields;
    }

    /// <summary>Tells the class that a compiler made for lambdas: what is <c>this</c> to an async lambda is their closure, or without one an object that has nothing.</summary>
    public static bool IsMade(TypeEntry type) => type.Name.Contains("+<>c", StringComparison.Ordinal) || type.Name.Contains("+_Closure$__", StringComparison.Ordinal);

    /// <summary>Gives what an object refers to that is a closure, or may be: the object that a method is of.</summary>
    public IEnumerable<ulong> Closures(in ObjectBytes o) => References(o, FieldsOf(o.Type).Where(f => f.Name.IsClosure || f.IsThis));

    /// <summary>Lists the objects that are the values of variables.</summary>
    public IEnumerable<ulong> References()
    {
        foreach (var address in _copies.Keys)
        {
            if (!TryGet(address, out var o))
                continue;
            foreach (var value in References(o, FieldsOf(o.Type).Where(f => !f.Name.IsClosure && f.Field.IsObjectReference)))
                yield return value;
        }
    }

    public bool Contains(ulong address) => _copies.ContainsKey(address);

    public void Add(ulong address, TypeEntry type, byte[] bytes) => _copies.Add(address, (type, bytes));

    /// <summary>Gives an object with its bytes; false for one that was not copied.</summary>
    public bool TryGet(ulong address, out ObjectBytes o)
    {
        var isThere = _copies.TryGetValue(address, out var copy);
        o = isThere ? new ObjectBytes(address, copy.Type, copy.Bytes) : default;
        return isThere;
    }

    private static List<ulong> References(in ObjectBytes o, IEnumerable<VariableField> fields)
    {
        var references = new List<ulong>();
        foreach (var field in fields)
        {
            if (o.Ref(field.At) is not 0 and var reference)
                references.Add(reference);
        }

        return references;
    }
}
