using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Holds a type definition's name as its author knows it, without the closures a compiler nests in it (F# puts '@' in their names).</summary>
/// <param name="Namespace">The namespace of the outermost type.</param>
/// <param name="Name">The outer types and the type, with type parameters: "Outer&lt;TOut&gt;.Inner".</param>
internal sealed record TypeDisplay(string Namespace, string Name)
{
    private const string Cut = "…";

    /// <summary>Spells a type definition.</summary>
    public static TypeDisplay Of(MetadataReader metadata, TypeDefinitionHandle type)
    {
        var parts = new List<string>();
        var space = "";
        var nesting = metadata.Nesting(type);
        if (nesting.Count > 0 && !metadata.GetTypeDefinition(nesting[0]).GetDeclaringType().IsNil)
        {
            parts.Add(Cut);
        }

        foreach (var handle in nesting)
        {
            var definition = metadata.GetTypeDefinition(handle);
            var name = metadata.Text(definition.Name);
            if (parts.Count > 0 && (CompilerName.Parse(name).IsMade || name.Contains('@')))
            {
                break;
            }

            space = parts.Count == 0 ? metadata.Text(definition.Namespace) : space;
            parts.Add(WithParameters(metadata, definition, name));
        }

        return new TypeDisplay(space, string.Join('.', parts));
    }

    /// <summary>Answers the names of generic parameters, whatever owns them.</summary>
    public static IReadOnlyList<string> Names(MetadataReader metadata, GenericParameterHandleCollection parameters)
    {
        var names = parameters.Take(Limits.Code.TypeParameters).Select(p => metadata.Text(metadata.GetGenericParameter(p).Name));
        return parameters.Count > Limits.Code.TypeParameters ? [.. names, Cut] : [.. names];
    }

    // A nested type repeats the type parameters of the outer ones; its own are the last, as many as its arity says.
    private static string WithParameters(MetadataReader metadata, TypeDefinition type, string name)
    {
        var plain = SignatureText.Plain(name, out var arity);
        if (arity == 0)
        {
            return plain;
        }

        var names = Names(metadata, type.GetGenericParameters());
        return $"{plain}<{string.Join(", ", names.Skip(Math.Max(0, names.Count - arity)))}>";
    }
}
