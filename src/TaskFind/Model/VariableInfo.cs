namespace TaskFind.Model;

/// <summary>A variable of a method that is suspended: a parameter, a local, or the object that the method is of.</summary>
/// <param name="Name">Its name in the source, <c>this</c> for that object.</param>
/// <param name="Type">The type that it was declared with.</param>
/// <param name="Value">What it holds; the default of its type when nothing was given to it yet.</param>
public sealed record VariableInfo(string Name, string Type, LocalValue Value);
