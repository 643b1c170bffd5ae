namespace TaskFind.Scanning.Code;

/// <summary>Finds the portable PDB of a module: embedded, beside it, where it was built, or in the user's folders.</summary>
internal static class PdbFinder
{
    /// <summary>Opens the PDB whose id is the module's, or says in words why there is none.</summary>
    public static PdbImage? Find(ModuleImage module, CodeSources sources, out string? whyNot)
    {
        string? trouble = null;
        CodeViewId? id = null;
        var windows = false;
        foreach (var directory in module.DebugDirectories())
        {
            id ??= directory.CodeView;
            windows |= directory.WindowsPdb;
            if (directory.OpenEmbedded(out var why) is { } embedded && Accept(embedded, directory.CodeView ?? id, "the PDB embedded in " + module.Name, ref trouble) is { } pdb)
            {
                whyNot = null;
                return pdb;
            }

            trouble ??= why is null ? null : $"{why}, in {module.Name}";
        }

        if (id is null)
        {
            whyNot = trouble ?? (windows ? $"{module.Name} has a Windows PDB, which cannot be read here" : $"{module.Name} was built without a PDB");
            return null;
        }

        foreach (var path in Places(module, id, sources).Distinct(StringComparer.Ordinal))
        {
            if (FromFile(path, id, ref trouble) is { } pdb)
            {
                whyNot = null;
                return pdb;
            }
        }

        whyNot = trouble ?? $"no PDB for {module.Name}";
        return null;
    }

    private static IEnumerable<string> Places(ModuleImage module, CodeViewId id, CodeSources sources)
    {
        var built = ModuleImage.FileName(id.Path);
        foreach (var place in sources.Places(module.Path))
        {
            var folder = Path.GetDirectoryName(place) ?? "";
            yield return Path.Combine(folder, Path.ChangeExtension(module.Name, ".pdb"));
            if (built.Length > 0)
            {
                yield return Path.Combine(folder, built);
            }
        }

        foreach (var place in sources.Places(id.Path))
        {
            yield return place;
        }

        if (sources.Symbols.Pdb(id.PdbId) is { } known)
        {
            yield return known;
        }
    }

    private static PdbImage? FromFile(string path, CodeViewId id, ref string? trouble)
    {
        var name = Path.GetFileName(path);
        var bytes = ModuleFile.ReadAll(path, out var why);
        if (bytes is null)
        {
            trouble ??= File.Exists(path) ? $"{name} cannot be used: {why}" : null;
            return null;
        }

        if (!PinnedImage.LooksRight(bytes))
        {
            trouble ??= $"{name} is not a portable PDB";
            return null;
        }

        if (PinnedImage.TryOpen(bytes, out _) is { } image)
        {
            return Accept(image, id, name, ref trouble);
        }

        trouble ??= $"{name} is broken";
        return null;
    }

    // A PDB of another build gives lines that look right and are not: without the same id there is no line.
    private static PdbImage? Accept(PinnedImage image, CodeViewId? id, string name, ref string? trouble)
    {
        var own = Hostile.Try(() => PdbImage.IdOf(image.Reader), null);
        if (own is not null && own == id?.PdbId)
        {
            return new PdbImage(image);
        }

        trouble = $"{name} is of another build";
        return null;
    }
}
