using System.Reflection.Metadata;

namespace TaskFind.Scanning.Code;

/// <summary>Holds what an IL token for a method or field names.</summary>
/// <param name="Name">The member's name in the metadata.</param>
/// <param name="Type">The plain name of its declaring type, without closures and type parameters; null where it is none with a name.</param>
/// <param name="Definition">The declaring type when it is defined in this module, whatever its type arguments; else nil.</param>
/// <param name="Argument">The first type argument of a generic method's call; null for any other member.</param>
internal sealed record IlMember(string Name, string? Type, TypeDefinitionHandle Definition, string? Argument)
{
    private const int GenericInstance = 0x15;

    /// <summary>Resolves a token, or answers null where it names no member.</summary>
    public static IlMember? Resolve(MetadataReader metadata, int token) => Hostile.Try(() => Read(metadata, token), null);

    private static IlMember? Read(MetadataReader metadata, int token)
    {
        var handle = System.Reflection.Metadata.Ecma335.MetadataTokens.EntityHandle(token);
        string? argument = null;
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            var specification = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
            argument = Hostile.Try(
                () => new SignatureText(metadata, TypeParameters.None).Arguments(specification.Signature) is [var first, ..] ? first : null, null);
            handle = specification.Method;
        }

        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return Of(metadata, method.Name, method.GetDeclaringType(), argument);
            case HandleKind.FieldDefinition:
                var field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                return Of(metadata, field.Name, field.GetDeclaringType(), argument);
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                return Of(metadata, member.Name, Uninstantiated(metadata, member.Parent), argument);
            default:
                return null;
        }
    }

    private static IlMember Of(MetadataReader metadata, StringHandle name, EntityHandle type, string? argument)
    {
        var definition = type.Kind == HandleKind.TypeDefinition ? (TypeDefinitionHandle)type : default;
        return new IlMember(metadata.Text(name), TypeName(metadata, type), definition, argument);
    }

    private static EntityHandle Uninstantiated(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return parent;
        }

        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        return blob.Length > 2 && blob.ReadByte() == GenericInstance && blob.ReadByte() is 0x11 or 0x12 ? blob.ReadTypeHandle() : default;
    }

    private static string? TypeName(MetadataReader metadata, EntityHandle type)
    {
        if (type.IsNil)
        {
            return null;
        }

        if (type.Kind != HandleKind.TypeDefinition)
        {
            return SignatureText.Plain(SignatureText.Of(metadata, type, TypeParameters.None), out _);
        }

        var names = metadata.Nesting((TypeDefinitionHandle)type).Select(t => metadata.Text(metadata.GetTypeDefinition(t).Name)).ToList();
        var own = names.FindLastIndex(n => !CompilerName.Parse(n).IsMade);
        return SignatureText.Plain(names[Math.Max(own, 0)], out _);
    }
}
