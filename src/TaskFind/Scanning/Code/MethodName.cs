using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Holds the name of a method as its author knows it.</summary>
internal sealed record MethodName
{
    /// <summary>The file name of the module, such as "Shop.dll".</summary>
    public required string Module { get; init; }

    /// <summary>The namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The declaring type with its outer types and type parameters, such as "Outer&lt;TOut&gt;.Inner"; never a closure.</summary>
    public required string Type { get; init; }

    /// <summary>The method within its type, such as "Run&lt;T&gt;", "Nested.&lt;lambda&gt;" or "Capture.Local&lt;T&gt;".</summary>
    public required string Name { get; init; }

    /// <summary>The name alone, without type parameters: "Run", "Local", "&lt;lambda&gt;", "&lt;top-level&gt;".</summary>
    public required string SimpleName { get; init; }

    /// <summary>The name of the method around a lambda or local function, without type parameters; null for any other method.</summary>
    public string? ContainingMethod { get; init; }

    /// <summary>The interface of an explicit implementation, as its name alone; null for any other method.</summary>
    public string? ExplicitInterface { get; init; }

    /// <summary>Whether it is a lambda or an anonymous method.</summary>
    public bool IsLambda { get; init; }

    /// <summary>Whether it is a local function.</summary>
    public bool IsLocalFunction { get; init; }

    /// <summary>The ordinal of a lambda within its method, for telling several of them apart.</summary>
    public int? LambdaOrdinal { get; init; }

    /// <summary>The parameters in order.</summary>
    public required IReadOnlyList<MethodParameter> Parameters { get; init; }

    /// <summary>Whether its type has another method of this name.</summary>
    public bool IsOverloaded { get; init; }

    /// <summary>Whether it is a test, by its attribute.</summary>
    public bool IsTest { get; init; }

    /// <summary>Type and method, such as "OrderService.ReserveAsync".</summary>
    public string TypeAndName => Type.Length == 0 ? Name : $"{Type}.{Name}";

    /// <summary>Namespace, type and method.</summary>
    public string FullName => Namespace.Length == 0 ? TypeAndName : $"{Namespace}.{TypeAndName}";

    /// <summary>Type, method and the parameters' types, such as "OrderService.ReserveAsync(int)".</summary>
    public string Signature => $"{TypeAndName}({string.Join(", ", Parameters.Select(p => p.Type))})";

    /// <summary>Turns the name into the graph's method.</summary>
    public TaskMethod ToTaskMethod(bool isFramework, SourceLine? definedAt) =>
        new(Module, Namespace, Type, Name, string.Join(", ", Parameters.Select(p => p.Type)))
        {
            IsOverloaded = IsOverloaded,
            IsFramework = isFramework,
            IsTest = IsTest,
            SearchName = IsLambda && ContainingMethod is not null ? ContainingMethod : SimpleName,
            DefinedAt = definedAt,
        };

    /// <summary>The signature with parameter names and the namespace.</summary>
    public override string ToString() =>
        $"{(Namespace.Length == 0 ? "" : Namespace + ".")}{TypeAndName}({string.Join(", ", Parameters.Select(p => p.Name.Length == 0 ? p.Type : $"{p.Type} {p.Name}"))})";
}
