using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Names the source files of a graph: the file's name, with as many folders in front as it takes to be unique.</summary>
internal sealed class PlaceNames
{
    private const int MostFolders = 32;
    private static readonly ConditionalWeakTable<TaskGraph, PlaceNames> Known = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private PlaceNames(IEnumerable<string> files)
    {
        foreach (var group in files.Distinct(StringComparer.Ordinal).GroupBy(f => Tail(f, 0), StringComparer.Ordinal))
            Separate([.. group], 0);
    }

    /// <summary>Gives the names for a graph, which are made once.</summary>
    public static PlaceNames For(TaskGraph graph) => Known.GetValue(graph, g => new PlaceNames(Files(g)));

    /// <summary>Gives the name of a file by its path as the PDB has it.</summary>
    public string this[string file] => _names.TryGetValue(file, out var name) ? name : Tail(file, 0);

    private static IEnumerable<string> Files(TaskGraph graph) =>
        graph.Points.Select(p => p.Line)
            .Concat(graph.Methods.Select(m => m.DefinedAt))
            .Concat(graph.RunningMethods.SelectMany(r => new[] { r.Point.Line, r.Method.DefinedAt }))
            .OfType<SourceLine>().Select(l => l.File);

    private void Separate(string[] files, int folders)
    {
        if (files.Length == 1 || folders == MostFolders)
        {
            // Paths that differ only in their slashes, or too deep in the tree, keep their whole path.
            foreach (var file in files)
                _names[file] = files.Length == 1 ? Tail(file, folders) : file.Replace('\\', '/');
            return;
        }

        foreach (var group in files.GroupBy(f => Tail(f, folders + 1), StringComparer.Ordinal))
            Separate([.. group], folders + 1);
    }

    private static string Tail(string file, int folders)
    {
        var path = file.Replace('\\', '/');
        var at = path.Length;
        for (var i = 0; i <= folders && at > 0; i++)
            at = path.LastIndexOf('/', at - 1);
        return path.Length == 0 ? path : path[(at + 1)..];
    }
}
