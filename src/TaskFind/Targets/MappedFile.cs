namespace TaskFind.Targets;

/// <summary>Is one file mapped into a process, from its lowest to its highest address.</summary>
internal sealed record MappedFile(string Path, ulong Begin, ulong End, bool IsDeleted);
