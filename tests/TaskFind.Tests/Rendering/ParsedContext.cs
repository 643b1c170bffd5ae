namespace TaskFind.Tests.Rendering;

/// <summary>What flows with a task, or the variables of its method, as <see cref="ContextParser"/> read it.</summary>
/// <param name="Activity">The facts of the activity by their keys; null for none.</param>
/// <param name="Locals">The AsyncLocals, or the variables.</param>
/// <param name="Omitted">How many more there are.</param>
internal sealed record ParsedContext(IReadOnlyDictionary<string, string>? Activity, IReadOnlyList<ParsedLocal> Locals, int Omitted);
