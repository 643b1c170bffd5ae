using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Targets;

/// <summary>Finds no file, so that ClrMD asks no symbol server and leaves no cache folder behind.</summary>
internal sealed class NoFiles : IFileLocator
{
    /// <summary>Makes the options under which every target is opened.</summary>
    public static DataTargetOptions Options() => new() { FileLocator = new NoFiles(), SymbolPaths = [] };

    public string? FindPEImage(string fileName, int buildTimeStamp, int imageSize, bool checkProperties) => null;

    public string? FindPEImage(string fileName, SymbolProperties archivedUnder, ImmutableArray<byte> buildIdOrUUID, OSPlatform originalPlatform, bool checkProperties) => null;
}
