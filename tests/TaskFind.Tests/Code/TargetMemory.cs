using System.Reflection.PortableExecutable;
using TaskFind.Scanning.Code;

namespace TaskFind.Tests.Code;

/// <summary>Plays a target whose memory holds one module.</summary>
internal sealed class TargetMemory
{
    private const ulong Base = 0x7F00_0000_0000;
    private readonly byte[] _bytes;
    private readonly ModuleFacts _facts;
    private readonly bool _metadataOnly;

    private TargetMemory(byte[] bytes, int metadata, int length, bool metadataOnly)
    {
        _bytes = bytes;
        _metadataOnly = metadataOnly;
        _facts = new ModuleFacts(1, "", Base, Base + (ulong)metadata, (ulong)length);
    }

    /// <summary>A module as it lies in its file.</summary>
    public static TargetMemory Of(string build, bool metadataOnly = false)
    {
        var bytes = File.ReadAllBytes(CodeShapes.Assembly(build));
        using var pe = new PEReader(new MemoryStream(bytes));
        return new TargetMemory(bytes, pe.PEHeaders.MetadataStartOffset, pe.PEHeaders.MetadataSize, metadataOnly);
    }

    /// <summary>A module whose sections the loader has put where they belong.</summary>
    public static TargetMemory Mapped(string build)
    {
        var file = File.ReadAllBytes(CodeShapes.Assembly(build));
        using var pe = new PEReader(new MemoryStream(file));
        var bytes = new byte[pe.PEHeaders.PEHeader!.SizeOfImage];
        file.AsSpan(0, pe.PEHeaders.PEHeader.SizeOfHeaders).CopyTo(bytes);
        foreach (var section in pe.PEHeaders.SectionHeaders)
        {
            file.AsSpan(section.PointerToRawData, Math.Min(section.SizeOfRawData, bytes.Length - section.VirtualAddress)).CopyTo(bytes.AsSpan(section.VirtualAddress));
        }

        return new TargetMemory(bytes, pe.PEHeaders.CorHeader!.MetadataDirectory.RelativeVirtualAddress, pe.PEHeaders.MetadataSize, false);
    }

    /// <summary>Opens the module under a path of the target.</summary>
    public ModuleCode Open(string path, CodeSources sources)
    {
        var image = ModuleImage.FromMemory(_facts with { Path = path }, Read, sources, out var whyNot) ?? throw new InvalidOperationException(whyNot);
        return new ModuleCode(image, sources);
    }

    private bool Read(ulong address, Span<byte> into)
    {
        var offset = address - Base;
        var (low, high) = _metadataOnly ? (_facts.MetadataAddress - Base, _facts.MetadataAddress - Base + _facts.MetadataLength) : (0, (ulong)_bytes.Length);
        if (offset < low || offset > high || (ulong)into.Length > high - offset)
        {
            return false;
        }

        _bytes.AsSpan((int)offset, into.Length).CopyTo(into);
        return true;
    }
}
