using System.Diagnostics;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Targets;

/// <summary>Tells an exception that ClrMD threw over what a target holds from one that is our own mistake.</summary>
internal static class ReaderFault
{
    /// <summary>Whether the innermost code that is not the base library's is ClrMD's.</summary>
    /// <remarks>Wrongly yes: we called it with nonsense. Wrongly no: it called us back with nonsense, and we threw.</remarks>
    public static bool Is(Exception e)
    {
        string? assembly = new StackTrace(e).GetFrames()
            .Select(frame => DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName)
            .FirstOrDefault(name => name?.StartsWith("System.", StringComparison.Ordinal) == false);
        return assembly == typeof(ClrRuntime).Assembly.FullName;
    }
}
