using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace TaskFind.Targets;

/// <summary>Reads /proc/PID/task through one open descriptor: quick for a thousand threads, and never another process with the same id.</summary>
internal sealed class ThreadFolder : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _folder;

    private ThreadFolder(string path, SafeFileHandle folder)
    {
        _path = path;
        _folder = folder;
    }

    /// <summary>Opens the folder of a process; null when there is no such process.</summary>
    public static ThreadFolder? Open(int pid)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/task");
        int file = Libc.Open(path, Libc.O_DIRECTORY | Libc.O_CLOEXEC);
        return file < 0 ? null : new ThreadFolder(path, new SafeFileHandle(file, ownsHandle: true));
    }

    /// <summary>Lists the ids of the threads; empty when the process has gone.</summary>
    public List<int> List()
    {
        var ids = new List<int>();
        try
        {
            foreach (string folder in Directory.EnumerateDirectories(_path))
            {
                if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out int id))
                {
                    ids.Add(id);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process ended under the listing: what was seen is all there is.
        }

        return ids;
    }

    /// <summary>Gives the state letter of a thread, 't' for a tracing stop, or NUL when the thread is gone.</summary>
    public unsafe char StateOf(int thread)
    {
        byte* text = stackalloc byte[128];
        int file = Libc.OpenAt((int)_folder.DangerousGetHandle(), string.Create(CultureInfo.InvariantCulture, $"{thread}/stat"), Libc.O_CLOEXEC);
        if (file < 0)
        {
            return '\0';
        }

        nint length = Libc.Read(file, text, 128);
        _ = Libc.Close(file);
        return length <= 0 ? '\0' : StateIn(new ReadOnlySpan<byte>(text, (int)length));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Finds the state in the start of a stat line: the letter after the last bracket, as the name may hold brackets itself.</summary>
    internal static char StateIn(ReadOnlySpan<byte> stat)
    {
        int bracket = stat.LastIndexOf((byte)')');
        return bracket >= 0 && bracket + 2 < stat.Length ? (char)stat[bracket + 2] : '\0';
    }
}
