using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TaskFind.Tests.Layering;

/// <summary>Lists which type of an assembly uses which other, in signatures, method bodies, fields, bases and attributes.</summary>
internal sealed class AssemblyUses
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly HashSet<TypeUse> _uses = [];
    private readonly TypeCollector _collector;
    private TypeDefinitionHandle _user;

    private AssemblyUses(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
        _collector = new TypeCollector(Found);
    }

    public static IReadOnlySet<TypeUse> Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var uses = new AssemblyUses(file);
        foreach (var type in uses._metadata.TypeDefinitions)
            uses.Type(type);
        return uses._uses;
    }

    private void Type(TypeDefinitionHandle handle)
    {
        _user = handle;
        var type = _metadata.GetTypeDefinition(handle);
        Token(type.BaseType);
        Attributes(type.GetCustomAttributes());
        Constraints(type.GetGenericParameters());
        foreach (var implemented in type.GetInterfaceImplementations())
            Token(_metadata.GetInterfaceImplementation(implemented).Interface);
        foreach (var field in type.GetFields().Select(_metadata.GetFieldDefinition))
        {
            field.DecodeSignature(_collector, null);
            Attributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(_metadata.GetPropertyDefinition))
            Attributes(property.GetCustomAttributes());
        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition))
            Method(method);
    }

    private void Method(MethodDefinition method)
    {
        method.DecodeSignature(_collector, null);
        Attributes(method.GetCustomAttributes());
        Constraints(method.GetGenericParameters());
        foreach (var parameter in method.GetParameters().Select(_metadata.GetParameter))
            Attributes(parameter.GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0)
            return;
        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_collector, null);
        foreach (var region in body.ExceptionRegions)
            Token(region.CatchType);
        foreach (var token in IlTokens.Of(body))
            Token(token);
    }

    private void Attributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
            Token(_metadata.GetCustomAttribute(attribute).Constructor);
    }

    private void Constraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(p => _metadata.GetGenericParameter(p).GetConstraints()))
            Token(_metadata.GetGenericParameterConstraint(constraint).Type);
    }

    private void Token(EntityHandle token)
    {
        if (token.IsNil)
            return;
        switch (token.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference:
                Found(token);
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)token).DecodeSignature(_collector, null);
                break;
            case HandleKind.MethodDefinition:
                Found(_metadata.GetMethodDefinition((MethodDefinitionHandle)token).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Found(_metadata.GetFieldDefinition((FieldDefinitionHandle)token).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var instance = _metadata.GetMethodSpecification((MethodSpecificationHandle)token);
                instance.DecodeSignature(_collector, null);
                Token(instance.Method);
                break;
            case HandleKind.MemberReference:
                Member(_metadata.GetMemberReference((MemberReferenceHandle)token));
                break;
            case HandleKind.StandaloneSignature:
                _metadata.GetStandaloneSignature((StandaloneSignatureHandle)token).DecodeMethodSignature(_collector, null);
                break;
        }
    }

    private void Member(MemberReference member)
    {
        Token(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Method)
            member.DecodeMethodSignature(_collector, null);
        else
            member.DecodeFieldSignature(_collector, null);
    }

    private void Found(EntityHandle used) => _uses.Add(new TypeUse(Namespace(_user), Name(_user), Owner(used), Name(used)));

    // The namespace for a type of this assembly, the assembly's name for any other.
    private string Owner(EntityHandle type) => type.Kind == HandleKind.TypeDefinition
        ? Namespace((TypeDefinitionHandle)type)
        : _metadata.GetTypeReference((TypeReferenceHandle)type).ResolutionScope switch
        {
            { Kind: HandleKind.AssemblyReference } scope => _metadata.GetString(_metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            { Kind: HandleKind.TypeReference } outer => Owner(outer),
            _ => "",
        };

    private string Namespace(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return outer.IsNil ? _metadata.GetString(type.Namespace) : Namespace(outer);
    }

    private string Name(EntityHandle type) => _metadata.GetString(type.Kind == HandleKind.TypeDefinition
        ? _metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name
        : _metadata.GetTypeReference((TypeReferenceHandle)type).Name);
}
