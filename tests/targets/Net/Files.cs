using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Net;

/// <summary>Waits for a fifo that nobody writes to, and for a child process that lives until the program ends.</summary>
internal static partial class Files
{
    private const int PrivateMode = 0x180; // 0600

    /// <summary>A folder of the program's own, gone with the program.</summary>
    public static string Folder { get; } = MakeFolder();

    public static void StartAll()
    {
        Sites.Start(ReadsFifo);
        Sites.Start(WritesFifo);
        Process child = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Facts.Add("child.pid", child.Id);
        Sites.Start(() => WaitsForExit(child));
        Sites.Start(() => ReadsOutput(child));
    }

    private static async Task ReadsFifo()
    {
        FileStream stream = OpenFifo("fifo");
        await Sites.At(stream.ReadAsync(new byte[16].AsMemory()), "Files.ReadsFifo");
    }

    /// <summary>Writes more than a pipe holds.</summary>
    private static async Task WritesFifo()
    {
        FileStream stream = OpenFifo("full");
        await Sites.At(stream.WriteAsync(new byte[1 << 20].AsMemory()), "Files.WritesFifo");
    }

    private static FileStream OpenFifo(string name)
    {
        string path = Path.Combine(Folder, name);
        if (MakeFifo(path, PrivateMode) != 0)
        {
            throw new IOException($"mkfifo failed with errno {Marshal.GetLastPInvokeError()}");
        }

        // Opened for both directions, because a fifo with one end only would block its opener.
        var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        Facts.Add(name + ".path", path);
        Facts.Add(name + ".fd", stream.SafeFileHandle.DangerousGetHandle());
        return stream;
    }

    private static async Task WaitsForExit(Process child) => await Sites.At(child.WaitForExitAsync(), "Files.WaitsForExit");

    private static async Task ReadsOutput(Process child) => await Sites.At(child.StandardOutput.ReadLineAsync(), "Files.ReadsOutput");

    private static string MakeFolder()
    {
        string folder = Directory.CreateTempSubdirectory("taskfind-net-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeFifo(string path, uint mode);
}
