using System.Globalization;
using TaskFind.Targets;

namespace TaskFind.Tool.Looking;

/// <summary>Chooses what to look at when nothing was named.</summary>
internal static class DefaultTarget
{
    private const int MostAncestors = 64;

    /// <summary>Returns the only .NET process in sight, not counting those that started this tool (<c>dotnet run</c>, a PowerShell).</summary>
    public static TargetSpec Choose()
    {
        var ancestors = Ancestors();
        return TargetSpec.ForProcess(TargetFinder.One(null, [.. ProcessList.DotNet().Where(p => !ancestors.Contains(p.ProcessId))]));
    }

    private static HashSet<int> Ancestors()
    {
        var line = new HashSet<int>();
        for (int? pid = Environment.ProcessId; pid is > 1 && line.Count < MostAncestors && line.Add(pid.Value);)
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
