using System.Globalization;
using TaskFind.Model;
using TaskFind.Targets;

namespace TaskFind.Tool.Looking;

/// <summary>Chooses what to look at when nothing was named.</summary>
internal static class DefaultTarget
{
    /// <summary>Returns the only .NET process in sight, not counting the SDK's and those that started this tool.</summary>
    public static TargetSpec Choose()
    {
        var ancestors = Ancestors();
        return TargetSpec.ForProcess(TargetFinder.One(null, [.. ProcessList.DotNet().Where(p => !ancestors.Contains(p.ProcessId) && !IsOfTheSdk(p))]));
    }

    // Rule: a program in a folder .../sdk/<digit>..., or the muxer with a command of its own (dotnet run, dotnet build), is the SDK's: build
    // servers stay for minutes after a build. Wrongly yes: somebody's own program in such a folder. Wrongly no: an SDK that was built elsewhere.
    // Both are mended by naming the process.
    private static bool IsOfTheSdk(ProcessEntry process) =>
        process.Name == "dotnet" || process.CommandLine.Split(' ').Take(2).Any(IsInAnSdk);

    private static bool IsInAnSdk(string path)
    {
        const string folder = "/sdk/";
        var at = path.IndexOf(folder, StringComparison.Ordinal) + folder.Length;
        return at >= folder.Length && at < path.Length && char.IsAsciiDigit(path[at]);
    }

    private static HashSet<int> Ancestors()
    {
        var line = new HashSet<int>();
        for (int? pid = Environment.ProcessId; pid is > 1 && line.Count < Limits.Target.Ancestors && line.Add(pid.Value);)
            pid = ParentOf(pid.Value);
        return line;
    }

    private static int? ParentOf(int pid)
    {
        try
        {
            // "4711 (name) S 4700 …", where the name may hold blanks and parentheses.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
            return fields.Length > 1 && int.TryParse(fields[1], CultureInfo.InvariantCulture, out var parent) ? parent : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
