using System.Reflection;
using System.Text.RegularExpressions;
using TaskFind.Scanning.Code;

namespace TaskFind.Tests.Code;

/// <summary>Knows the assemblies that are compiled to be read by these tests, and the marks in their sources.</summary>
internal static partial class CodeShapes
{
    /// <summary>The two builds of the same sources: "CodeShapes" (debug) and "CodeShapes.Optimized".</summary>
    public static string Assembly(string build) => Path.GetFullPath(Metadata(build));

    /// <summary>Opens one of the builds.</summary>
    public static ModuleCode Open(string build, CodeSources? sources = null) => OpenFile(Assembly(build), sources);

    /// <summary>Opens a module file.</summary>
    public static ModuleCode OpenFile(string path, CodeSources? sources = null)
    {
        sources ??= CodeSources.Default;
        var image = ModuleImage.FromFile(path, sources, out var whyNot) ?? throw new InvalidOperationException(whyNot);
        return new ModuleCode(image, sources);
    }

    /// <summary>Lists the async state machines of a module.</summary>
    public static IEnumerable<StateMachineCode> Machines(ModuleCode code) => code.Metadata.TypeDefinitions.Select(code.Machine).OfType<StateMachineCode>();

    /// <summary>Reads the marks: "/*@X*/" stands in the line of the await X, "/*^X*/" in the first line of its statement where that is another.</summary>
    public static IReadOnlyList<CodeMark> Marks()
    {
        var marks = new List<CodeMark>();
        foreach (var file in Directory.EnumerateFiles(Metadata("CodeShapes.Source"), "*.cs"))
        {
            var lines = File.ReadAllLines(file);
            var found = lines.SelectMany((text, i) => Mark().Matches(text).Select(m => (Kind: m.Groups[1].Value, Key: m.Groups[2].Value, Line: i + 1))).ToList();
            var starts = found.Where(m => m.Kind == "^").ToDictionary(m => m.Key, m => m.Line);
            marks.AddRange(found.Where(m => m.Kind == "@")
                .Select(m => new CodeMark(m.Key, Path.GetFileName(file), m.Line, starts.GetValueOrDefault(m.Key, m.Line))));
        }

        return marks;
    }

    private static string Metadata(string key) => typeof(CodeShapes).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    [GeneratedRegex(@"/\*([@^])(\w+)\*/")]
    private static partial Regex Mark();
}
