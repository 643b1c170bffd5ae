namespace TaskFind.Model;

/// <summary>A method as its author wrote it: the kick-off method of a state machine, or the target of a delegate.</summary>
/// <param name="Module">The file name of its module, <c>Shop.dll</c>.</param>
/// <param name="Namespace">The namespace, empty for none.</param>
/// <param name="Type">The declaring type without its namespace, <c>Outer&lt;T&gt;.Inner</c>.</param>
/// <param name="Name">The method's name, <c>ReserveAsync</c>, <c>Run&lt;T&gt;</c>, <c>Main.&lt;lambda&gt;</c> or <c>Main.Local</c>.</param>
/// <param name="Parameters">The parameter types with C#'s names, <c>int, string</c>.</param>
public sealed record TaskMethod(string Module, string Namespace, string Type, string Name, string Parameters)
{
    /// <summary>Gets whether the type has another method of this name, so that only the parameters tell them apart.</summary>
    public bool IsOverloaded { get; init; }

    /// <summary>Gets whether the method belongs to the .NET framework and not to the program.</summary>
    public bool IsFramework { get; init; }

    /// <summary>Gets whether it is a test, by the attribute that it carries: <c>[Fact]</c>, <c>[Theory]</c>, <c>[Test]</c>, <c>[TestMethod]</c>.</summary>
    public bool IsTest { get; init; }

    /// <summary>Gets the bare names under which the method is searched: a local function's own, a lambda's containing method.</summary>
    public string SearchName { get; init; } = Name;

    /// <summary>Gets where the method's body begins, when a PDB tells it.</summary>
    public SourceLine? DefinedAt { get; init; }

    /// <summary>Gets the name people know it by, <c>OrderService.ReserveAsync</c>.</summary>
    public string DisplayName => Type.Length == 0 ? Name : $"{Type}.{Name}";

    /// <summary>Gets the name with its parameter types, <c>OrderService.ReserveAsync(int)</c>.</summary>
    public string Signature => $"{DisplayName}({Parameters})";
}
