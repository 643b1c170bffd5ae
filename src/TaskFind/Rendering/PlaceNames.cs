using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Names the source files of a graph: the file's name, with as many folders in front as it takes to be unique.</summary>
internal sealed class PlaceNames
{
    private static readonly ConditionalWeakTable<TaskGraph, PlaceNames> Known = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private PlaceNames(IEnumerable<string> files, IEnumerable<string> others)
    {
        foreach (var group in files.Distinct(StringComparer.Ordinal).GroupBy(f => Tail(f, 0), StringComparer.Ordinal))
            Separate([.. group], 0);
        var taken = _names.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var other in others.Where(o => !_names.ContainsKey(o)).ToHashSet(StringComparer.Ordinal))
            _names.Add(other, Free(other, taken));
    }

    /// <summary>Gives the names for a graph, which are made once.</summary>
    public static PlaceNames For(TaskGraph graph) => Known.GetValue(graph, g => new PlaceNames(FilesOfTasks(g), Files(g.Points.Select(p => p.Line).Concat(g.Methods.Select(m => m.DefinedAt)))));

    /// <summary>Gives the name of a file by its path as the PDB has it.</summary>
    public string this[string file] => _names.TryGetValue(file, out var name) ? name : Tail(file, 0);

    /// <summary>Gives the files where tasks stand; those where only a thread's frames are must not lengthen their names.</summary>
    private static IEnumerable<string> FilesOfTasks(TaskGraph graph)
    {
        var (points, methods) = (new bool[graph.Points.Count], new bool[graph.Methods.Count]);
        for (var i = 0; i < graph.Count; i++)
        {
            ref readonly var node = ref graph.RowAt(i);
            if (node.Point >= 0)
                points[node.Point] = true;
            if (node.Method >= 0)
                methods[node.Method] = true;
        }

        return Files(graph.Points.Where((_, i) => points[i]).Select(p => p.Line)
            .Concat(graph.Methods.Where((_, i) => methods[i]).Select(m => m.DefinedAt))
            .Concat(graph.RunningMethods.SelectMany(r => new[] { r.Point.Line, r.Method.DefinedAt })));
    }

    private static IEnumerable<string> Files(IEnumerable<SourceLine?> lines) => lines.OfType<SourceLine>().Select(l => l.File);

    private static string Free(string file, HashSet<string> taken)
    {
        var folders = 0;
        while (folders < Limits.Text.Folders && !taken.Add(Tail(file, folders)))
            folders++;
        return folders < Limits.Text.Folders ? Tail(file, folders) : file.Replace('\\', '/');
    }

    private void Separate(string[] files, int folders)
    {
        if (files.Length == 1 || folders == Limits.Text.Folders)
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
