using System.Reflection.Metadata;

namespace TaskFind.Scanning.Code;

/// <summary>Holds one module of a target: its metadata from memory, and its IL from memory or from the same build on disk.</summary>
internal sealed class ModuleImage : IDisposable
{
    private readonly PeImage _first;
    private readonly CodeSources _sources;
    private PeImage? _disk;
    private bool _looked;

    private ModuleImage(PeImage first, CodeSources sources)
    {
        _first = first;
        _sources = sources;
    }

    /// <summary>The module's metadata.</summary>
    public MetadataReader Metadata => _first.Metadata;

    /// <summary>The path as the target has it.</summary>
    public string Path => _first.Path;

    /// <summary>The file name, such as "Shop.dll".</summary>
    public string Name => FileName(Path) is { Length: > 0 } name ? name : Hostile.Try(() => Metadata.Text(Metadata.GetModuleDefinition().Name), "?");

    /// <summary>The id of the build.</summary>
    public Guid Mvid => _first.Mvid;

    /// <summary>Opens a module of a target's memory; the file on disk serves where it is the same build.</summary>
    public static ModuleImage? FromMemory(ModuleFacts facts, ReadBytes read, CodeSources sources, out string? whyNot)
    {
        var first = PeImage.FromMemory(facts.Path, read, facts.ImageBase, facts.MetadataAddress, facts.MetadataLength, out whyNot);
        return first is null ? null : new ModuleImage(first, sources);
    }

    /// <summary>Opens a module that is only a file.</summary>
    public static ModuleImage? FromFile(string path, CodeSources sources, out string? whyNot)
    {
        var first = PeImage.FromFile(path, out whyNot);
        return first is null ? null : new ModuleImage(first, sources) { _looked = true };
    }

    /// <summary>Reads the body of a method, or says why it cannot.</summary>
    public IlBody? Body(MethodDefinitionHandle method, out string? whyNot)
    {
        var body = _first.Body(method) ?? Disk()?.Body(method);
        whyNot = body is not null ? null
            : Hostile.Try(() => Metadata.GetMethodDefinition(method).RelativeVirtualAddress, 0) == 0 ? "the method has no IL"
            : Disk() is null ? $"no IL for {Name}: it is not in memory, and the same build is not on disk"
            : $"the IL in {Name} is broken";
        return body;
    }

    /// <summary>Lists what is known of the module's PDB, the best source first.</summary>
    public IEnumerable<DebugDirectory> DebugDirectories()
    {
        if (_first.Debug is { } first)
        {
            yield return first;
        }

        if (_first.Debug is not { CodeView: not null } && Disk()?.Debug is { } second)
        {
            yield return second;
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _first.Dispose();
        _disk?.Dispose();
    }

    /// <summary>Cuts the folders off a path, whichever slash the target's system uses.</summary>
    public static string FileName(string path) => path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];

    private PeImage? Disk()
    {
        if (_looked)
        {
            return _disk;
        }

        _looked = true;
        if (Mvid == Guid.Empty)
        {
            return null;
        }

        _disk = _sources.Places(Path).Select(SameBuild).FirstOrDefault(i => i is not null)
            ?? (_sources.Symbols.Module(Mvid) is { } known ? SameBuild(known) : null);
        return _disk;
    }

    private PeImage? SameBuild(string path)
    {
        var image = PeImage.FromFile(path, out _);
        if (image is null || image.Mvid == Mvid)
        {
            return image;
        }

        image.Dispose();
        return null;
    }
}
