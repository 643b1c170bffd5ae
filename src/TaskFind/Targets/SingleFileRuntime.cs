using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Targets;

/// <summary>Is the runtime of a single-file program, which is part of the executable; its exported <c>DotNetRuntimeInfo</c> says which debugging library fits.</summary>
/// <param name="Image">The executable.</param>
/// <param name="DacBuildId">The build id of the debugging library.</param>
/// <param name="Version">The runtime's version; null before .NET 8 and when it makes no sense.</param>
internal sealed record SingleFileRuntime(MappedFile Image, byte[] DacBuildId, string? Version)
{
    // RuntimeInfo of dotnet/runtime, src/coreclr/inc/runtimeinfo.h: a signature, a version, three build ids with their lengths, and from version 2 on a version.
    private const string Export = "DotNetRuntimeInfo", NativeAotExport = "DotNetRuntimeDebugHeader";
    private const int VersionAt = 20, DacAt = 48, RuntimeVersionAt = 96, Size = 112, IdRoom = 23, WithVersion = 2;

    /// <summary>Finds it; null when the executable brings no runtime, or is none that can be looked at: NativeAOT throws.</summary>
    public static SingleFileRuntime? Of(int pid, MemoryMap map, IDataReader reader)
    {
        if (ExecutableImage.Of(pid, map) is not { } image || Module(image, reader) is not { } module)
        {
            return null;
        }

        if (Of(module, image, reader) is { } runtime)
        {
            return runtime;
        }

        return module.GetExportSymbolAddress(NativeAotExport) == 0 ? null : throw Trouble.NativeAot(pid, Path.GetFileName(image.Path));
    }

    /// <summary>Finds it in the module that ClrMD took for the runtime, as of a dump; null when that is no executable of a single-file program.</summary>
    public static SingleFileRuntime? Of(ModuleInfo module, IDataReader reader) =>
        Of(module, new MappedFile(module.FileName, module.ImageBase, module.ImageBase + (ulong)Math.Max(module.ImageSize, 0), IsDeleted: false), reader);

    private static SingleFileRuntime? Of(ModuleInfo module, MappedFile image, IDataReader reader) =>
        module.GetExportSymbolAddress(Export) is not 0 and var address ? Read(image, address, reader) : null;

    private static ModuleInfo? Module(MappedFile image, IDataReader reader)
    {
        try
        {
            return ModuleInfo.TryCreate(reader, image.Begin, image.Path);
        }
        catch (Exception)
        {
            return null; // headers that ClrMD cannot parse
        }
    }

    private static SingleFileRuntime? Read(MappedFile image, ulong address, IDataReader reader)
    {
        Span<byte> info = stackalloc byte[Size];
        if (reader.Read(address, info) != Size || !info.StartsWith("DotNetRuntimeInfo\0"u8) || info[DacAt] is 0 or > IdRoom)
        {
            return null;
        }

        byte[] id = info.Slice(DacAt + 1, info[DacAt]).ToArray();
        string? version = BinaryPrimitives.ReadInt32LittleEndian(info[VersionAt..]) < WithVersion ? null : RuntimeVersion.FromFileVersion(string.Join('.', Numbers(info[RuntimeVersionAt..])));
        return new SingleFileRuntime(image, id, version);
    }

    private static string[] Numbers(ReadOnlySpan<byte> bytes)
    {
        string[] numbers = new string[bytes.Length / sizeof(int)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * sizeof(int))..]).ToString(CultureInfo.InvariantCulture);
        }

        return numbers;
    }
}
