using System.Diagnostics;
using Xunit;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>Runs a command to its end.</summary>
internal static class Shell
{
    /// <summary>Runs it, and fails when it fails.</summary>
    public static void Run(string command, params string[] arguments)
    {
        using Process process = Process.Start(command, arguments);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"'{command} {string.Join(' ', arguments)}' ended with {process.ExitCode}");
    }
}
