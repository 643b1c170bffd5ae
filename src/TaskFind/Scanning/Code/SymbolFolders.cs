using System.IO.Enumeration;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Knows the modules and PDBs in the folders the user named, by what they are and not by how they are called.</summary>
/// <param name="folders">The folders.</param>
/// <param name="gap">Is told of what was not searched.</param>
internal sealed class SymbolFolders(IReadOnlyList<string> folders, Action<string, string>? gap = null)
{
    private Dictionary<string, string>? _pdbs;
    private Dictionary<Guid, string>? _modules;

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
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.Device,
        };
        var files = new List<string>();
        var isDeeper = false;
        foreach (var folder in folders)
        {
            files.AddRange(Hostile.Try(() => In(folder).Take(Limits.Code.SymbolFiles + 1 - files.Count).ToList(), []));
        }

        if (isDeeper)
        {
            gap?.Invoke("the symbol folders", $"folders that lie deeper than {Limits.Code.SymbolDepth} levels were not searched");
        }

        if (files.Count > Limits.Code.SymbolFiles)
        {
            gap?.Invoke("the symbol folders", $"only the first {Limits.Code.SymbolFiles} files were opened");
            files.RemoveRange(Limits.Code.SymbolFiles, files.Count - Limits.Code.SymbolFiles);
        }

        return files;

        IEnumerable<string> In(string folder) => new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToFullPath(), options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && HasEnding(entry.FileName, endings),
            ShouldRecursePredicate = (ref entry) =>
            {
                var isNear = entry.Directory[entry.RootDirectory.Length..].Count(Path.DirectorySeparatorChar) < Limits.Code.SymbolDepth;
                isDeeper |= !isNear;
                return isNear;
            },
        };
    }

    private static bool HasEnding(ReadOnlySpan<char> name, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
