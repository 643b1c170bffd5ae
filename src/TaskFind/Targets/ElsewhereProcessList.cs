using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Diagnostics.NETCore.Client;

namespace TaskFind.Targets;

/// <summary>Lists .NET processes by their diagnostics ports where there is no /proc; not tested.</summary>
internal static class ElsewhereProcessList
{
    public static IReadOnlyList<ProcessEntry> DotNet() =>
        [.. DiagnosticsClient.GetPublishedProcesses()
            .Where(pid => pid != Environment.ProcessId)
            .Select(Describe)
            .OfType<ProcessEntry>()
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .ThenBy(p => p.ProcessId)];

    private static ProcessEntry? Describe(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return new ProcessEntry(pid, process.ProcessName, process.ProcessName, "", null, null, process.MainModule?.FileName ?? "", null);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
