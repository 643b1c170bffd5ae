namespace TaskFind.Model;

/// <summary>An <c>AsyncLocal&lt;T&gt;</c> and its value in some execution context.</summary>
/// <param name="Name">The static field that holds it, <c>OrderContext.s_tenant</c>; null when none does.</param>
/// <param name="Type">Its type, <c>AsyncLocal&lt;string&gt;</c>.</param>
/// <param name="Address">Where it lies.</param>
/// <param name="Value">Its value.</param>
public sealed record LocalInfo(string? Name, string Type, ObjectAddress Address, LocalValue Value);
