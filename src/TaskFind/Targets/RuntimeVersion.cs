using System.Globalization;
using System.Text;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Finds out the runtime's version, which ClrMD gives as 0.0 on Linux.</summary>
internal static class RuntimeVersion
{
    private const string SharedFramework = "/Microsoft.NETCore.App/";
    private const int ChunkBytes = 1024 * 1024;

    /// <summary>Reads the version from the folder of a shared framework: /…/Microsoft.NETCore.App/10.0.12/libcoreclr.so is 10.0.12.</summary>
    public static string? FromPath(string runtimePath)
    {
        string folder = Path.GetDirectoryName(runtimePath) ?? "";
        int at = folder.LastIndexOf(SharedFramework, StringComparison.Ordinal);
        string version = at < 0 ? "" : folder[(at + SharedFramework.Length)..];
        return version.Length is > 0 and <= Limits.Target.VersionLength && char.IsAsciiDigit(version[0])
            && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? version : null;
    }

    /// <summary>Reads the version from the marker "@(#)Version 10.0.1226.42308" that is compiled into the runtime: the third number is the patch times 100 plus the year.</summary>
    public static string? FromImage(BuildId.ReadAt read, long length)
    {
        ReadOnlySpan<byte> marker = "@(#)Version "u8;
        byte[] chunk = new byte[ChunkBytes];
        long end = Math.Min(length, Limits.Target.VersionBytes);
        for (long at = 0; at < end; at += ChunkBytes - Limits.Target.VersionLength)
        {
            ReadOnlySpan<byte> got = chunk.AsSpan(0, Math.Clamp(read((ulong)at, chunk), 0, ChunkBytes));
            int found = got.IndexOf(marker);
            if (found >= 0)
            {
                ReadOnlySpan<byte> rest = got[(found + marker.Length)..];
                return FromFileVersion(Encoding.ASCII.GetString(rest[..Math.Min(rest.Length, Limits.Target.VersionLength)]));
            }
        }

        return null;
    }

    /// <summary>Reads the version from a runtime on disk.</summary>
    public static string? FromFile(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            return FromImage((offset, buffer) => RandomAccess.Read(file, buffer, (long)offset), RandomAccess.GetLength(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Turns a file version into the version people know: 10.0.1226.42308 into 10.0.12.</summary>
    internal static string? FromFileVersion(string text)
    {
        string[] parts = text.Split('.', 4);
        return parts.Length == 4
            && TryNumber(parts[0], out int major) && TryNumber(parts[1], out int minor) && TryNumber(parts[2], out int build)
            ? string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}.{build / 100}")
            : null;
    }

    private static bool TryNumber(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
