using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>
/// Tells tests by the attribute that a framework asks for. Rule: the attribute's type has one of their names, or derives within the module from one that has. Wrongly yes: an attribute of
/// the program's own with such a name. Wrongly no: an attribute that derives from one of theirs in another module.
/// </summary>
internal sealed class TestMethods(MetadataReader metadata)
{
    private static readonly HashSet<string> s_names = ["FactAttribute", "TheoryAttribute", "TestAttribute", "TestCaseAttribute", "TestCaseSourceAttribute", "TestMethodAttribute", "DataTestMethodAttribute"];
    private readonly Dictionary<EntityHandle, bool> _constructors = [];

    /// <summary>Answers whether a method is a test.</summary>
    public bool Has(MethodDefinition method)
    {
        foreach (var handle in method.GetCustomAttributes())
        {
            var constructor = metadata.GetCustomAttribute(handle).Constructor;
            if (!_constructors.TryGetValue(constructor, out var isTest))
                _constructors[constructor] = isTest = IsTest(TypeOf(constructor));
            if (isTest)
                return true;
        }

        return false;
    }

    private EntityHandle TypeOf(EntityHandle constructor) => constructor.Kind switch
    {
        HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent,
        HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
        _ => default,
    };

    private bool IsTest(EntityHandle type)
    {
        for (var depth = 0; depth < Limits.Code.TypeDepth; depth++)
        {
            switch (type.Kind)
            {
                case HandleKind.TypeReference when !type.IsNil:
                    return s_names.Contains(metadata.Text(metadata.GetTypeReference((TypeReferenceHandle)type).Name));
                case HandleKind.TypeDefinition when !type.IsNil:
                    var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)type);
                    if (s_names.Contains(metadata.Text(definition.Name)))
                        return true;
                    type = definition.BaseType;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
