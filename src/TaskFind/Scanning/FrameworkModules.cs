namespace TaskFind.Scanning;

/// <summary>Tells the .NET framework's modules from the program's.</summary>
internal static class FrameworkModules
{
    private static readonly string[] s_names = ["System.", "Microsoft."];
    private static readonly string[] s_whole = ["System", "mscorlib", "netstandard", "WindowsBase"];

    /// <summary>
    /// Rule: the assembly's name begins with <c>System.</c> or <c>Microsoft.</c>, or is one of a few old ones.
    /// Wrongly yes: a program that calls its own assembly so. Wrongly no: a third party's library, which is left to count as the program's.
    /// </summary>
    public static bool Contains(string moduleFileName)
    {
        var name = Path.GetFileNameWithoutExtension(moduleFileName);
        return s_names.Any(n => name.StartsWith(n, StringComparison.Ordinal)) || s_whole.Contains(name);
    }
}
