using System.Reflection.Metadata;
using Microsoft.Win32.SafeHandles;

namespace TaskFind.Scanning.Code;

/// <summary>Holds the metadata of one module, and its IL where that can be had, from a file or from a target's memory.</summary>
internal sealed class PeImage : IDisposable
{
    private readonly PinnedImage _metadata;
    private readonly PeHeaders? _headers;
    private readonly ReadBytes _read;
    private readonly SafeFileHandle? _file;
    private DebugDirectory? _debug;

    private PeImage(string path, PinnedImage metadata, PeHeaders? headers, ReadBytes read, SafeFileHandle? file)
    {
        Path = path;
        _metadata = metadata;
        _headers = headers;
        _read = read;
        _file = file;
        Mvid = Hostile.Try(() => Metadata.GetGuid(Metadata.GetModuleDefinition().Mvid), Guid.Empty);
    }

    /// <summary>The path as the target or the caller gave it.</summary>
    public string Path { get; }

    /// <summary>The module's version id, unlike in every build; empty where it cannot be read.</summary>
    public Guid Mvid { get; }

    /// <summary>The module's metadata.</summary>
    public MetadataReader Metadata => _metadata.Reader;

    /// <summary>What the module says about its PDB; null where its headers could not be read.</summary>
    public DebugDirectory? Debug => _debug ??= _headers is null ? null : DebugDirectory.Read(_headers, _read);

    /// <summary>Opens a file, or says in words why it cannot.</summary>
    public static PeImage? FromFile(string path, out string? whyNot)
    {
        var file = ModuleFile.TryOpen(path, out whyNot);
        if (file is null)
        {
            return null;
        }

        ReadBytes read = (offset, into) => ModuleFile.Read(file, offset, into);
        var image = Open(path, read, PeHeaders.TryRead(read, 0), 0, 0, file, out whyNot);
        if (image is null)
        {
            file.Dispose();
        }

        return image;
    }

    /// <summary>Opens a module that lies in a target's memory, or says in words why it cannot.</summary>
    public static PeImage? FromMemory(string path, ReadBytes read, ulong imageBase, ulong metadataAddress, ulong metadataLength, out string? whyNot)
    {
        var headers = imageBase == 0 ? null : PeHeaders.TryRead(read, imageBase);
        return Open(path, read, headers, metadataAddress, metadataLength, null, out whyNot);
    }

    /// <summary>Reads the body of a method, or answers null where it is not there.</summary>
    public IlBody? Body(MethodDefinitionHandle method)
    {
        var rva = Hostile.Try(() => Metadata.GetMethodDefinition(method).RelativeVirtualAddress, 0);
        return rva > 0 && _headers?.AddressOf((uint)rva) is { } address ? IlBody.TryRead(_read, address) : null;
    }

    /// <summary>Closes the file, where there is one.</summary>
    public void Dispose()
    {
        _file?.Dispose();

        // Readers point into the copy of the metadata: whoever owns this image keeps it alive until here.
        GC.KeepAlive(_metadata);
    }

    private static PeImage? Open(
        string path, ReadBytes read, PeHeaders? headers, ulong address, ulong length, SafeFileHandle? file, out string? whyNot)
    {
        if (address == 0 || length == 0)
        {
            if (headers is null)
            {
                whyNot = "it is not a .NET module";
                return null;
            }

            (address, length) = (headers.MetadataAddress, headers.MetadataLength);
        }

        var metadata = PinnedImage.TryCopy(read, address, length, out whyNot);
        return metadata is null ? null : new PeImage(path, metadata, headers, read, file);
    }
}
