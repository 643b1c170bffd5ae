using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>Runs a command with a terminal of a given width for its stdout and stderr.</summary>
internal static partial class Pty
{
    private const int ReadWriteNoControl = 0x102; // O_RDWR | O_NOCTTY
    private const nuint SetWindowSize = 0x5414; // TIOCSWINSZ
    private const int Rows = 50;

    /// <summary>The variables of a terminal that shows colours.</summary>
    public static IReadOnlyDictionary<string, string?> Coloured { get; } = new Dictionary<string, string?> { ["NO_COLOR"] = null, ["TERM"] = "xterm" };

    /// <summary>Runs the command to its end and returns its exit code and what the terminal received, its line ends made one character.</summary>
    public static (int ExitCode, string Screen) Run(int width, IReadOnlyList<string> command, IReadOnlyDictionary<string, string?>? environment = null)
    {
        (int exitCode, byte[] bytes) = RunRaw(width, command, environment);
        return (exitCode, Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n"));
    }

    /// <summary>Runs the command to its end and returns its exit code and the very bytes that the terminal received.</summary>
    public static (int ExitCode, byte[] Bytes) RunRaw(int width, IReadOnlyList<string> command, IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var master = new SafeFileHandle(OpenMaster(ReadWriteNoControl), ownsHandle: true);
        var name = new byte[64];
        if (master.IsInvalid || Grant(master) != 0 || Unlock(master) != 0 || SlaveName(master, name, (nuint)name.Length) != 0)
        {
            throw new IOException($"no terminal: errno {Marshal.GetLastPInvokeError()}");
        }

        ushort[] size = [Rows, (ushort)width, 0, 0];
        IoControl(master, SetWindowSize, size);
        string slave = Encoding.UTF8.GetString(name.AsSpan(0, Array.IndexOf(name, (byte)0)));
        using Process process = ToolRun.Start(
            ["/bin/sh", "-c", "tty=$1; shift; exec \"$@\" >\"$tty\" 2>\"$tty\" </dev/null", "sh", slave, .. command], environment: environment);
        byte[] bytes = ReadAll(master);
        process.WaitForExit();
        return (process.ExitCode, bytes);
    }

    private static byte[] ReadAll(SafeFileHandle master)
    {
        var all = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            using var stream = new FileStream(master, FileAccess.Read, bufferSize: 0);
            for (int count; (count = stream.Read(buffer)) > 0;)
            {
                all.Write(buffer, 0, count);
            }
        }
        catch (IOException)
        {
            // EIO: the last process that had the terminal open is gone.
        }

        return all.ToArray();
    }

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial nint OpenMaster(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int Grant(SafeFileHandle master);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int Unlock(SafeFileHandle master);

    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    private static partial int SlaveName(SafeFileHandle master, byte[] name, nuint length);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int IoControl(SafeFileHandle master, nuint request, ushort[] size);
}
