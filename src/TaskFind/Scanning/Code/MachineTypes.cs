using System.Reflection.Metadata;

namespace TaskFind.Scanning.Code;

/// <summary>Knows the types of a module that by their names are state machines.</summary>
internal sealed class MachineTypes(MetadataReader metadata)
{
    private Dictionary<(TypeDefinitionHandle Owner, string Name), TypeDefinitionHandle>? _byOwner;

    /// <summary>Answers whether a compiler gave a type this name because it is a state machine.</summary>
    public static bool IsMachine(string name) =>
        CompilerName.Parse(name).Kind == 'd' || name.StartsWith("VB$StateMachine", StringComparison.Ordinal);

    /// <summary>Answers the machine of that name within a type, or nil.</summary>
    public TypeDefinitionHandle Of(TypeDefinitionHandle owner, string name)
    {
        // The framework's own list of nested types is not used: on broken tables it dies of a null reference.
        if (_byOwner is null)
        {
            _byOwner = [];
            foreach (var (own, type) in All())
            {
                _byOwner.TryAdd((metadata.GetTypeDefinition(type).GetDeclaringType(), own), type);
            }
        }

        return _byOwner.GetValueOrDefault((owner, name));
    }

    /// <summary>Lists all of them by their names as reflection writes them, <c>Ns.Outer+&lt;Run&gt;d__0</c>.</summary>
    public IEnumerable<(string Name, TypeDefinitionHandle Type)> ByReflectionName()
    {
        foreach (var (_, type) in All())
        {
            if (Hostile.Try(() => ReflectionName(type), null) is { } name)
            {
                yield return (name, type);
            }
        }
    }

    private IEnumerable<(string Name, TypeDefinitionHandle Type)> All()
    {
        foreach (var type in metadata.TypeDefinitions)
        {
            var name = Hostile.Try(() => metadata.GetTypeDefinition(type) is { IsNested: true } nested ? metadata.Text(nested.Name) : "", "");
            if (IsMachine(name))
            {
                yield return (name, type);
            }
        }
    }

    private string ReflectionName(TypeDefinitionHandle type)
    {
        var nesting = metadata.Nesting(type);
        var space = metadata.Text(metadata.GetTypeDefinition(nesting[0]).Namespace);
        var name = string.Join('+', nesting.Select(t => metadata.Text(metadata.GetTypeDefinition(t).Name)));
        return space.Length == 0 ? name : $"{space}.{name}";
    }
}
