using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Names fields as their authors know them: a property for its backing field, a method's local for the field of a closure.</summary>
internal static class FieldNames
{
    /// <summary>Gives <c>OrderService._ready</c>, or <c>OrderService.PlaceAsync.ready</c> for a local that a compiler moved into a closure.</summary>
    public static string Of(MetadataReader metadata, FieldDefinitionHandle handle)
    {
        var field = metadata.GetFieldDefinition(handle);
        var type = field.GetDeclaringType();
        var owner = TypeDisplay.Of(metadata, type).Name;
        return IsClosure(metadata, type) && MethodOf(metadata, type) is { } method ? $"{owner}.{method}.{Own(metadata, field)}" : $"{owner}.{Own(metadata, field)}";
    }

    /// <summary>Tells whether a compiler made the type to hold the locals of a method.</summary>
    public static bool IsClosure(MetadataReader metadata, TypeDefinitionHandle type) =>
        CompilerName.Parse(metadata.Text(metadata.GetTypeDefinition(type).Name)).IsMade;

    /// <summary>Gives the type and row of a token; null when it is no type's.</summary>
    public static TypeDefinitionHandle? Type(MetadataReader metadata, int token)
    {
        var row = token & 0xFF_FFFF;
        return (token >>> 24) == (int)TableIndex.TypeDef && row > 0 && row <= metadata.GetTableRowCount(TableIndex.TypeDef)
            ? MetadataTokens.TypeDefinitionHandle(row)
            : null;
    }

    private static string Own(MetadataReader metadata, FieldDefinition field)
    {
        var name = metadata.Text(field.Name);
        return CompilerName.Parse(name) is { Method: { Length: > 0 } inner } ? inner : name;
    }

    /// <summary>Gives the method whose locals a closure or a state machine holds: its lambdas, or the machine itself, are named after it; null when it has none.</summary>
    private static string? MethodOf(MetadataReader metadata, TypeDefinitionHandle closure)
    {
        foreach (var handle in metadata.GetTypeDefinition(closure).GetMethods())
        {
            if (MethodNames.Simple(metadata.Text(metadata.GetMethodDefinition(handle).Name)).Around is { } method)
                return method;
        }

        var name = CompilerName.Parse(metadata.Text(metadata.GetTypeDefinition(closure).Name)).Method;
        for (var depth = 0; depth < Limits.Code.TypeDepth && name is not null && CompilerName.Parse(name) is { Method: { Length: > 0 } around }; depth++)
            name = around;
        return name is { Length: > 0 } ? name : null;
    }
}
