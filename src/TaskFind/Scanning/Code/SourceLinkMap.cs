using System.Reflection.Metadata;
using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>
/// Tells where in its repository a source file lies, from its path in the PDB: deterministic builds write <c>/_/</c> for the repository's root, and SourceLink's map
/// (a custom debug information of the module, JSON) says which folders are repositories.
/// </summary>
internal sealed class SourceLinkMap
{
    private const string Root = "/_/";
    private static readonly Guid s_kind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private readonly List<string> _folders;

    private SourceLinkMap(List<string> folders) => _folders = folders;

    /// <summary>Reads the map of a PDB; an empty one where it has none, or one that makes no sense.</summary>
    public static SourceLinkMap Of(MetadataReader pdb) => new(Hostile.Try(() => Folders(pdb), []));

    /// <summary>Reads a map as it stands in a PDB.</summary>
    public static SourceLinkMap Parse(ReadOnlyMemory<byte> json) => new(Read(json));

    /// <summary>Gives the path within the repository, with forward slashes; null when it is not known.</summary>
    public string? RepoPath(string file)
    {
        var path = file.Replace('\\', '/');
        if (path.StartsWith(Root, StringComparison.Ordinal))
            return RepoPaths.Within(path[Root.Length..]);
        var folder = _folders.Where(f => path.StartsWith(f, StringComparison.OrdinalIgnoreCase)).MaxBy(f => f.Length);
        return folder is null ? null : RepoPaths.Within(path[folder.Length..]);
    }

    private static List<string> Folders(MetadataReader pdb)
    {
        foreach (var handle in pdb.GetCustomDebugInformation(EntityHandle.ModuleDefinition))
        {
            var information = pdb.GetCustomDebugInformation(handle);
            if (pdb.GetGuid(information.Kind) != s_kind)
                continue;
            var blob = pdb.GetBlobReader(information.Value);
            return blob.Length <= Limits.Code.SourceLinkBytes ? Read(blob.ReadBytes(blob.Length)) : [];
        }

        return [];
    }

    private static List<string> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("documents", out var documents) && documents.ValueKind == JsonValueKind.Object
                ? [.. documents.EnumerateObject().Select(d => d.Name.Replace('\\', '/')).Where(n => n.EndsWith("/*", StringComparison.Ordinal)).Select(n => n[..^1]).Take(Limits.Code.SourceLinkFolders)]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
