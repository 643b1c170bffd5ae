using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>
/// Knows which types of a module declare fields for something that does not know its own name: what is waited for (a <c>TaskCompletionSource</c>, a
/// <c>SemaphoreSlim</c>), or an <c>AsyncLocal</c>; a type of the module derived from one, or a collection of them. It reads field signatures once, all of a
/// module together.
/// </summary>
internal sealed class WaitableFields
{
    private const byte ClassType = 0x12;
    private static readonly (string Space, string Name)[] s_waitable =
        [("System.Threading.Tasks", "TaskCompletionSource"), ("System.Threading.Tasks", "TaskCompletionSource`1"), ("System.Threading", "SemaphoreSlim")];

    private static readonly (string Space, string Name)[] s_locals = [("System.Threading", "AsyncLocal`1")];
    private readonly MetadataReader _metadata;
    private readonly (string Space, string Name)[] _types;
    private readonly HashSet<int> _wanted = [];

    private WaitableFields(MetadataReader metadata, (string Space, string Name)[] types) => (_metadata, _types) = (metadata, types);

    /// <summary>Gets the instance fields by the token of the type that declares them.</summary>
    public Dictionary<int, List<FieldDefinitionHandle>> Instance { get; } = [];

    /// <summary>Gets the static fields by the token of the type that declares them.</summary>
    public Dictionary<int, List<FieldDefinitionHandle>> Static { get; } = [];

    /// <summary>Gets whether some signature was too long to be read.</summary>
    public bool HasTooLong { get; private set; }

    /// <summary>Finds the fields for what is waited for; in a module whose tables make no sense, what was read before the nonsense.</summary>
    public static WaitableFields Of(MetadataReader metadata) => Of(metadata, s_waitable);

    /// <summary>Finds the fields for AsyncLocals.</summary>
    public static WaitableFields OfLocals(MetadataReader metadata) => Of(metadata, s_locals);

    /// <summary>Tells the waitable types by their full names, whatever their type arguments.</summary>
    public static bool IsWaitable(ReadOnlySpan<char> name) =>
        name.StartsWith("System.Threading.Tasks.TaskCompletionSource") || name.StartsWith("System.Threading.SemaphoreSlim");

    private static WaitableFields Of(MetadataReader metadata, (string Space, string Name)[] types)
    {
        var fields = new WaitableFields(metadata, types);
        Hostile.Try(fields.Read, false);
        return fields;
    }

    private bool Read()
    {
        FindTypes();
        if (_wanted.Count == 0)
            return true;
        foreach (var handle in _metadata.FieldDefinitions)
        {
            var field = _metadata.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.Literal) != 0 || !Mentions(field.Signature))
                continue;
            var owners = (field.Attributes & FieldAttributes.Static) != 0 ? Static : Instance;
            var type = MetadataTokens.GetToken(field.GetDeclaringType());
            if (!owners.TryGetValue(type, out var list))
                owners.Add(type, list = []);
            list.Add(handle);
        }

        return true;
    }

    /// <summary>Notes the wanted types as signatures refer to them, those that derive from one included.</summary>
    private void FindTypes()
    {
        foreach (var handle in _metadata.TypeReferences)
        {
            var type = _metadata.GetTypeReference(handle);
            if (IsOfWanted(type.Namespace, type.Name))
                _wanted.Add(CodedIndex.TypeDefOrRef(handle));
        }

        foreach (var handle in _metadata.TypeDefinitions)
        {
            var type = _metadata.GetTypeDefinition(handle);
            if (IsOfWanted(type.Namespace, type.Name) || (_wanted.Count > 0 && DerivesFromWanted(type.BaseType)))
                _wanted.Add(CodedIndex.TypeDefOrRef(handle));
        }
    }

    private bool IsOfWanted(StringHandle space, StringHandle name)
    {
        var compare = _metadata.StringComparer;
        foreach (var type in _types)
        {
            if (compare.Equals(space, type.Space) && compare.Equals(name, type.Name))
                return true;
        }

        return false;
    }

    private bool DerivesFromWanted(EntityHandle type) =>
        !type.IsNil && (type.Kind == HandleKind.TypeSpecification
            ? Mentions(_metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature)
            : _wanted.Contains(CodedIndex.TypeDefOrRef(type)));

    /// <summary>
    /// Tells whether a signature names a wanted class. Rule: the byte for a class, followed by one of the wanted types. Wrongly yes: the same bytes
    /// within another number, which costs a look at a field that then holds nothing waited for. Wrongly no: a signature longer than the limit.
    /// </summary>
    private bool Mentions(BlobHandle signature)
    {
        var blob = _metadata.GetBlobReader(signature);
        if (blob.Length > Limits.Code.SignatureBytes)
        {
            HasTooLong = true;
            return false;
        }

        for (var i = 0; i + 1 < blob.Length; i++)
        {
            blob.Offset = i;
            if (blob.ReadByte() == ClassType && blob.TryReadCompressedInteger(out var type) && _wanted.Contains(type))
                return true;
        }

        return false;
    }
}
