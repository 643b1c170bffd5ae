namespace TaskFind.Model;

/// <summary>Tells paths that lead to a file below some root from others; they come from PDBs, command lines and captures.</summary>
internal static class RepoPaths
{
    /// <summary>Gives the path; null for one that leads out of the root, or is none.</summary>
    public static string? Within(string path) =>
        path.Length is > 0 and <= Limits.Code.NameBytes && path[0] != '/' && !path.Contains(':', StringComparison.Ordinal) && !path.Split('/').Any(p => p is ".." or "." or "") && !path.Any(char.IsControl) ? path : null;
}
