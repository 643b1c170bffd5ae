namespace TaskFind.Tests.Rendering;

/// <summary>What flows with a task, as <see cref="ContextParser"/> read it.</summary>
/// <param name="Activity">The facts of the activity by their keys; null for none.</param>
/// <param name="Locals">The AsyncLocals.</param>
/// <param name="Omitted">How many more there are.</param>
internal sealed record ParsedContext(IReadOnlyDictionary<string, string>? Activity, IReadOnlyList<ParsedLocal> Locals, int Omitted);
