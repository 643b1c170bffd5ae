using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Readme;

/// <summary>The README in parts.</summary>
internal static class ReadmeFile
{
    private const string Prompt = "$ ";
    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(ToolBuild.RepositoryRoot, "README.md"));

    /// <summary>The commands that it shows, each with what it says that they print.</summary>
    public static IReadOnlyList<(string Command, string[] Output)> Examples { get; } =
        [.. Fences("console").Select(f => (f[0][Prompt.Length..], f[1..]))];

    /// <summary>The program to type into the second terminal.</summary>
    public static string Program => string.Join('\n', Fences("csharp").First());

    /// <summary>The program that uses the library.</summary>
    public static string LibraryProgram => string.Join('\n', Fences("csharp").Last());

    private static IEnumerable<string[]> Fences(string language)
    {
        for (int at = 0; (at = Array.IndexOf(s_lines, "```" + language, at)) >= 0; at++)
        {
            int end = Array.IndexOf(s_lines, "```", at);
            yield return s_lines[(at + 1)..end];
        }
    }
}
