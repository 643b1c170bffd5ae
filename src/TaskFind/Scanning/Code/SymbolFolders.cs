using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Knows the modules and PDBs in the folders the user named, by what they are and not by how they are called.</summary>
internal sealed class SymbolFolders(IReadOnlyList<string> folders)
{
    private Dictionary<string, string>? _pdbs;
    private Dictionary<Guid, string>? _modules;

    /// <summary>Whether some files were left out because there are too many.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Answers the file of the PDB with that id, or null.</summary>
    public string? Pdb(string id) => (_pdbs ??= ReadPdbs()).GetValueOrDefault(id);

    /// <summary>Answers the file of the module with that MVID, or null.</summary>
    public string? Module(Guid mvid) => (_modules ??= ReadModules()).GetValueOrDefault(mvid);

    private Dictionary<string, string> ReadPdbs()
    {
        var pdbs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files(".pdb"))
        {
            if (PdbIdentity.TryRead(file) is { } id)
            {
                pdbs.TryAdd(id, file);
            }
        }

        return pdbs;
    }

    private Dictionary<Guid, string> ReadModules()
    {
        var modules = new Dictionary<Guid, string>();
        foreach (var file in Files(".dll", ".exe"))
        {
            using var image = PeImage.FromFile(file, out _);
            if (image is not null && image.Mvid != Guid.Empty)
            {
                modules.TryAdd(image.Mvid, file);
            }
        }

        return modules;
    }

    private List<string> Files(params string[] endings)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = Limits.Code.SymbolDepth,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.Device,
        };
        var files = new List<string>();
        foreach (var folder in folders)
        {
            var here = Hostile.Try(
                () => Directory.EnumerateFiles(folder, "*", options)
                    .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
                    .Take(Limits.Code.SymbolFiles + 1 - files.Count).ToList(),
                []);
            files.AddRange(here);
        }

        if (files.Count > Limits.Code.SymbolFiles)
        {
            Truncated = true;
            files.RemoveRange(Limits.Code.SymbolFiles, files.Count - Limits.Code.SymbolFiles);
        }

        return files;
    }
}
