using System.Reflection.Metadata;
using System.Text;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Reads names from metadata within bounds.</summary>
internal static class MetadataText
{
    /// <summary>Answers a string of the heap, cut where it is longer than any name.</summary>
    public static string Text(this MetadataReader reader, StringHandle handle)
    {
        if (handle.IsNil)
        {
            return "";
        }

        var blob = reader.GetBlobReader(handle);
        if (blob.Length <= Limits.Code.NameBytes)
        {
            return reader.GetString(handle);
        }

        return Encoding.UTF8.GetString(blob.ReadBytes(Limits.Code.NameBytes)) + "…";
    }

    /// <summary>Answers whether a type handle names a type of that name in that namespace.</summary>
    public static bool IsType(this MetadataReader reader, EntityHandle type, string space, string name)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                var reference = reader.GetTypeReference((TypeReferenceHandle)type);
                return reader.StringComparer.Equals(reference.Name, name) && reader.StringComparer.Equals(reference.Namespace, space);
            case HandleKind.TypeDefinition:
                var definition = reader.GetTypeDefinition((TypeDefinitionHandle)type);
                return reader.StringComparer.Equals(definition.Name, name) && reader.StringComparer.Equals(definition.Namespace, space);
            default:
                return false;
        }
    }

    /// <summary>Answers the types from the outermost down to the type itself, however the metadata nests them.</summary>
    public static IReadOnlyList<TypeDefinitionHandle> Nesting(this MetadataReader reader, TypeDefinitionHandle type)
    {
        var chain = new List<TypeDefinitionHandle>();
        for (var at = type; !at.IsNil && chain.Count < Limits.Code.TypeDepth; at = reader.GetTypeDefinition(at).GetDeclaringType())
        {
            chain.Add(at);
        }

        chain.Reverse();
        return chain;
    }
}
