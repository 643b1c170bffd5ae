namespace TaskFind.Targets;

/// <summary>Describes one .NET process of this machine; its texts come from the process and are escaped by whoever prints them.</summary>
/// <param name="ProcessId">The process id.</param>
/// <param name="Name">The entry assembly's name for <c>dotnet Shop.dll</c>, else the name of the executable.</param>
/// <param name="ShortName">The name of the executable, <c>dotnet</c> for a program run by the muxer.</param>
/// <param name="User">The name, or the number, of the user it runs as.</param>
/// <param name="RuntimeVersion">The runtime's version, or null when it could not be told.</param>
/// <param name="RuntimePath">The path of libcoreclr.so as the process sees it, or null.</param>
/// <param name="CommandLine">The command line, joined by spaces.</param>
/// <param name="WhyUnreadable">Why this user cannot look at it, or null when it can be looked at.</param>
internal sealed record ProcessEntry(
    int ProcessId, string Name, string ShortName, string User, string? RuntimeVersion, string? RuntimePath, string CommandLine, string? WhyUnreadable);
