using System.Globalization;
using System.Text;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Reads small files of /proc, bounded, and answers null where the process is gone or hidden.</summary>
internal static class ProcText
{
    /// <summary>Reads a whole file as Latin-1-safe UTF-8 text; null when it cannot be read.</summary>
    public static string? TryRead(string path) => TryRead(path, out _);

    /// <summary>The same; <paramref name="isWhole"/> is false when the file is longer than what is read of it.</summary>
    public static string? TryRead(string path, out bool isWhole) => TryReadBytes(path, out isWhole) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>Reads a whole file; null when it cannot be read.</summary>
    public static byte[]? TryReadBytes(string path) => TryReadBytes(path, out _);

    private static byte[]? TryReadBytes(string path, out bool isWhole)
    {
        isWhole = true;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            var whole = new MemoryStream();
            byte[] chunk = new byte[16 * 1024];
            for (int n; whole.Length < Limits.Target.FileBytes && (n = file.Read(chunk)) > 0;)
            {
                whole.Write(chunk, 0, n);
            }

            isWhole = whole.Length < Limits.Target.FileBytes;
            return whole.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Splits a command line at its zero bytes; empty for a kernel thread or a process that is gone.</summary>
    public static string[] CommandLine(int pid)
    {
        string text = TryRead($"/proc/{pid}/cmdline") ?? "";
        return text.Length == 0 ? [] : text.TrimEnd('\0').Split('\0');
    }

    /// <summary>Gives the kernel's short name of a process, at most 15 bytes, or an empty string.</summary>
    public static string ShortName(int pid) => TryRead($"/proc/{pid}/comm")?.TrimEnd('\n') ?? "";

    /// <summary>Gives the start of a process in clock ticks since boot, which tells it from a later one with the same id; 0 when it is gone.</summary>
    public static ulong StartTime(int pid)
    {
        // The name in field 2 may hold spaces and brackets, so count fields from the last bracket: start time is field 22.
        string? stat = TryRead($"/proc/{pid}/stat");
        int bracket = stat?.LastIndexOf(')') ?? -1;
        string[] fields = bracket < 0 ? [] : stat![(bracket + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 19 && ulong.TryParse(fields[19], NumberStyles.None, CultureInfo.InvariantCulture, out ulong start) ? start : 0;
    }

    /// <summary>Gives where a link of /proc points; null when it may not be read.</summary>
    public static string? Link(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
