using System.Runtime.Versioning;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Readme;

/// <summary>A shell whose PATH has the tool that was built with the tests under its own name.</summary>
[SupportedOSPlatform("linux")]
internal sealed class PathWithTool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-tests-");

    public PathWithTool()
    {
        string script = Path.Combine(_folder.FullName, "dotnet-taskfind");
        File.WriteAllText(script, $"#!/bin/sh\nexec '{string.Join("' '", ToolRun.Command)}' \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Types a command, with stderr and stdout in one as on a terminal, in a folder that is deleted with it.</summary>
    public ToolRun Shell(string command) => ToolRun.OfCommand(
        ["/bin/sh", "-c", $"exec 2>&1; {command}"],
        _folder.FullName,
        environment: new Dictionary<string, string?> { ["PATH"] = _folder.FullName + ":" + Environment.GetEnvironmentVariable("PATH") });

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);
}
