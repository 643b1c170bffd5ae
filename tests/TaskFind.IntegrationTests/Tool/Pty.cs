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

    /// <summary>Runs the command to its end and returns its exit code and what the terminal received.</summary>
    public static (int ExitCode, string Screen) Run(int width, IReadOnlyList<string> command, IReadOnlyDictionary<string, string?>? environment = null)
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
        string screen = ReadAll(master);
        process.WaitForExit();
        return (process.ExitCode, screen);
    }

    private static string ReadAll(SafeFileHandle master)
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

        return Encoding.UTF8.GetString(all.ToArray()).ReplaceLineEndings("\n");
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
