using System.Reflection;
using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Turns method definitions into the names their authors know.</summary>
internal sealed class MethodNames(MetadataReader metadata, string module)
{
    private readonly TestMethods _tests = new(metadata);
    private readonly Dictionary<MethodDefinitionHandle, MethodName> _names = [];
    private readonly Dictionary<TypeDefinitionHandle, TypeDisplay> _types = [];
    private readonly Dictionary<TypeDefinitionHandle, Dictionary<string, int>> _overloads = [];

    /// <summary>Answers the name of a method; one that cannot be read is called by its token.</summary>
    public MethodName Of(MethodDefinitionHandle method)
    {
        if (!_names.TryGetValue(method, out var name))
        {
            _names[method] = name = Hostile.Try(() => Read(method), null) ?? Unreadable(method);
        }

        return name;
    }

    /// <summary>Answers the name of a state machine whose method is not to be found, from the machine's own name.</summary>
    public MethodName OfMachine(TypeDefinitionHandle machine) => Hostile.Try<MethodName?>(
        () =>
        {
            var definition = metadata.GetTypeDefinition(machine);
            var name = metadata.Text(definition.Name);
            var at = name.LastIndexOf('@');
            var made = CompilerName.Parse(name);
            var method = at > 0 ? name[..at] : made.Method ?? name;
            return Build(TypeOf(machine), method, [], [], false);
        },
        null) ?? Nameless($"machine 0x{MetadataTokens(machine):x8}");

    /// <summary>Answers a method's own name and the name of the method around it, from its name in the metadata.</summary>
    public static (string Simple, string? Around) Simple(string name)
    {
        var made = CompilerName.Parse(name);
        var around = made.Kind is 'b' or 'g' && made.Method is not null ? Around(made.Method) : null;
        return made.Kind switch
        {
            'b' => (CompilerName.Lambda, around),
            'g' or '$' => (made.Own, around),
            '\0' => (Explicit(made.Own).Name, around),
            _ => (name, around),
        };
    }

    private MethodName Read(MethodDefinitionHandle method)
    {
        var definition = metadata.GetMethodDefinition(method);
        var type = definition.GetDeclaringType();
        var own = TypeDisplay.Names(metadata, definition.GetGenericParameters());
        var ofType = type.IsNil ? [] : TypeDisplay.Names(metadata, metadata.GetTypeDefinition(type).GetGenericParameters());
        var name = metadata.Text(definition.Name);
        var parameters = Hostile.Try(() => Parameters(definition, new TypeParameters(ofType, own)), [new MethodParameter("…", "")]);
        return Build(TypeOf(type), name, own, parameters, !type.IsNil && Overloads(type, name) > 1) with { IsTest = Hostile.Try(() => _tests.Has(definition), false) };
    }

    private MethodName Build(TypeDisplay type, string name, IReadOnlyList<string> own, IReadOnlyList<MethodParameter> parameters, bool overloaded)
    {
        var made = CompilerName.Parse(name);
        var generics = own.Count == 0 ? "" : $"<{string.Join(", ", own)}>";
        var (simple, around) = Simple(name);
        var contract = made.Kind == '\0' ? Explicit(made.Own).Interface : null;
        var shown = (contract is null ? "" : contract + ".") + simple + (made.Kind == 'b' ? "" : generics);
        return new MethodName
        {
            Module = module,
            Namespace = type.Namespace,
            Type = type.Name,
            Name = around is null ? shown : $"{around}.{shown}",
            SimpleName = simple,
            ContainingMethod = around,
            ExplicitInterface = contract,
            IsLambda = made.Kind == 'b',
            IsLocalFunction = made.Kind == 'g',
            LambdaOrdinal = made.Ordinal,
            Parameters = parameters,
            IsOverloaded = overloaded && made.Kind is not ('b' or 'g'),
        };
    }

    // The containing method of a lambda may itself have a made name: "<<Main>$>b__0" stands in the top-level statements.
    private static string Around(string name)
    {
        for (var depth = 0; depth < Limits.Code.TypeDepth; depth++)
        {
            var made = CompilerName.Parse(name);
            if (made.Method is null || made.Kind == 'g')
            {
                return Explicit(made.Own).Name;
            }

            name = made.Method;
        }

        return name;
    }

    // An explicit implementation is called "Ns.IThing<Ns.Order>.DoAsync": the interface's own name and the method's are kept.
    private static (string? Interface, string Name) Explicit(string name)
    {
        var (depth, last, before) = (0, -1, -1);
        for (var i = name.Length - 1; i > 0 && before < 0; i--)
        {
            depth += name[i] switch { '>' => 1, '<' => -1, _ => 0 };
            if (name[i] == '.' && depth == 0)
            {
                (last, before) = last < 0 ? (i, -1) : (last, i);
            }
        }

        return last <= 0 ? (null, name) : (name[(before + 1)..last], name[(last + 1)..]);
    }

    private MethodParameter[] Parameters(MethodDefinition method, TypeParameters names)
    {
        var types = new SignatureText(metadata, names).Parameters(method.Signature);
        var parameters = types.Select(t => new MethodParameter(t, "")).ToArray();
        foreach (var handle in method.GetParameters())
        {
            var row = metadata.GetParameter(handle);
            var index = row.SequenceNumber - 1;
            if (index < 0 || index >= parameters.Length)
            {
                continue;
            }

            var type = parameters[index].Type;
            var direction = row.Attributes & (ParameterAttributes.In | ParameterAttributes.Out);
            if (type.StartsWith("ref ", StringComparison.Ordinal) && direction is ParameterAttributes.In or ParameterAttributes.Out)
            {
                type = (direction == ParameterAttributes.In ? "in" : "out") + type[3..];
            }

            parameters[index] = new MethodParameter(type, metadata.Text(row.Name));
        }

        return parameters;
    }

    private TypeDisplay TypeOf(TypeDefinitionHandle type)
    {
        if (!_types.TryGetValue(type, out var display))
        {
            _types[type] = display = type.IsNil ? new TypeDisplay("", "") : TypeDisplay.Of(metadata, type);
        }

        return display;
    }

    private int Overloads(TypeDefinitionHandle type, string name)
    {
        if (!_overloads.TryGetValue(type, out var counts))
        {
            _overloads[type] = counts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var method in metadata.GetTypeDefinition(type).GetMethods())
            {
                var key = metadata.Text(metadata.GetMethodDefinition(method).Name);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        return counts.GetValueOrDefault(name);
    }

    private MethodName Unreadable(MethodDefinitionHandle method) => Nameless($"method 0x{MetadataTokens(method):x8}");

    private MethodName Nameless(string name) =>
        new() { Module = module, Namespace = "", Type = "", Name = name, SimpleName = name, Parameters = [] };

    private static int MetadataTokens(EntityHandle handle) => System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(handle);
}
