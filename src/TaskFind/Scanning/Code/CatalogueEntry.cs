using System.Reflection.Metadata;

namespace TaskFind.Scanning.Code;

/// <summary>Holds one method of a module for a search by name.</summary>
/// <param name="Method">The method.</param>
/// <param name="Kind">In which way it can wait.</param>
/// <param name="SimpleName">The method's own name, as in <see cref="MethodName.SimpleName"/>.</param>
/// <param name="ContainingMethod">The method around a lambda or local function, or null.</param>
internal readonly record struct CatalogueEntry(MethodDefinitionHandle Method, MethodKind Kind, string SimpleName, string? ContainingMethod);
