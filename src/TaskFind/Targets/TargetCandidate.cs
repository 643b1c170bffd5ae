namespace TaskFind.Targets;

/// <summary>Is one of several processes that fit.</summary>
/// <param name="ProcessId">The process id.</param>
/// <param name="Name">The name of its entry assembly or executable.</param>
/// <param name="CommandLine">Its command line, raw from the process: escape it before printing.</param>
public sealed record TargetCandidate(int ProcessId, string Name, string CommandLine);
