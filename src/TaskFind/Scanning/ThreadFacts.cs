namespace TaskFind.Scanning;

/// <summary>What the object of a thread says of it.</summary>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Context">Its current SynchronizationContext, 0 for none.</param>
internal sealed record ThreadFacts(string? Name, ulong Context);
