using System.Reflection.Metadata;
using System.Text;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Finds which method a state machine was made from, by the attribute the compiler left on that method.</summary>
internal sealed class KickoffMethods(MetadataReader metadata)
{
    private const string Attributes = "System.Runtime.CompilerServices";
    private readonly Dictionary<TypeDefinitionHandle, Dictionary<string, MethodDefinitionHandle>> _byType = [];
    private readonly Dictionary<EntityHandle, MethodKind> _constructors = [];

    /// <summary>Answers the method whose attribute names the state machine, or nil.</summary>
    public MethodDefinitionHandle Of(TypeDefinitionHandle machine)
    {
        var type = metadata.GetTypeDefinition(machine);
        var owner = type.GetDeclaringType();
        if (owner.IsNil)
        {
            return default;
        }

        if (!_byType.TryGetValue(owner, out var methods))
        {
            _byType[owner] = methods = Read(owner);
        }

        return methods.GetValueOrDefault(metadata.Text(type.Name));
    }

    /// <summary>Answers what kind of method it is, with the name of its state machine where it has one.</summary>
    public (MethodKind Kind, string? Machine) KindOf(MethodDefinitionHandle method)
    {
        var definition = metadata.GetMethodDefinition(method);
        if (((int)definition.ImplAttributes & 0x2000) != 0)
        {
            return (MethodKind.RuntimeAsync, null);
        }

        foreach (var handle in definition.GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            var kind = KindByConstructor(attribute.Constructor);
            if (kind != MethodKind.Sync)
            {
                return (kind, MachineName(attribute.Value));
            }
        }

        return (MethodKind.Sync, null);
    }

    private Dictionary<string, MethodDefinitionHandle> Read(TypeDefinitionHandle owner)
    {
        var found = new Dictionary<string, MethodDefinitionHandle>(StringComparer.Ordinal);
        foreach (var method in metadata.GetTypeDefinition(owner).GetMethods())
        {
            if (Hostile.Try(() => KindOf(method).Machine, null) is { } machine)
            {
                found.TryAdd(machine, method);
            }
        }

        return found;
    }

    private MethodKind KindByConstructor(EntityHandle constructor)
    {
        if (!_constructors.TryGetValue(constructor, out var kind))
        {
            var type = constructor.Kind switch
            {
                HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent,
                HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
                _ => default,
            };
            kind = type.IsNil ? MethodKind.Sync
                : metadata.IsType(type, Attributes, "AsyncStateMachineAttribute") ? MethodKind.Async
                : metadata.IsType(type, Attributes, "AsyncIteratorStateMachineAttribute") ? MethodKind.AsyncIterator
                : MethodKind.Sync;
            _constructors[constructor] = kind;
        }

        return kind;
    }

    // The value is a type's reflection name, "Ns.Outer`1+<Run>d__0, Assembly": the machine is nested, so its own name is the last part.
    private string? MachineName(BlobHandle value)
    {
        var blob = metadata.GetBlobReader(value);
        if (blob.Length > Limits.Code.NameBytes * 4 || blob.ReadUInt16() != 1 || blob.ReadSerializedString() is not { } text)
        {
            return null;
        }

        var name = new StringBuilder();
        for (var i = 0; i < text.Length && text[i] != ','; i++)
        {
            if (text[i] == '+')
            {
                name.Clear();
            }
            else
            {
                i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
                name.Append(text[i]);
            }
        }

        return name.ToString();
    }
}
