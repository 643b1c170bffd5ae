using System.Runtime.InteropServices;

namespace Hostile;

/// <summary>A read of a file whose name no terminal should see, which waits for somebody to write.</summary>
internal static class Files
{
    private const int OwnerAlone = 0x180; // 0600

    /// <summary>Reads from a fifo whose name is gone when this returns.</summary>
    public static async Task Read()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Environment.ProcessId}\e[2J\e]0;pwned\a\u009b31m\u202e\u2028\r\n\ufeff");
        if (MakeFifo(path, OwnerAlone) != 0)
        {
            throw new IOException($"mkfifo: errno {Marshal.GetLastPInvokeError()}");
        }

        // For both directions, because one alone would block until somebody has the other.
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        File.Delete(path);
        _ = await file.ReadAsync(new byte[1]);
    }

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    private static extern int MakeFifo(string path, uint mode);
}
