using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;

namespace TaskFind.Targets;

/// <summary>Is a debugging library that was opened once, so that what is checked and what is loaded are the same file.</summary>
internal sealed class DacFile
{
    public const string FileName = "libmscordaccore.so";

    // The loader knows a library by the name it was loaded under, here the descriptor's: a descriptor that was closed
    // and came again for another file would give the first one. So each file stays open for the life of the process.
    private static readonly ConcurrentDictionary<(ulong Device, ulong Inode), DacFile> s_loaded = new();

    private readonly SafeFileHandle _file;

    private DacFile(string path, SafeFileHandle file)
    {
        Path = path;
        _file = file;
    }

    /// <summary>The path by which the file was found, for people.</summary>
    public string Path { get; }

    /// <summary>The path to load: the open descriptor itself.</summary>
    public string LoadPath => $"/proc/self/fd/{_file.DangerousGetHandle()}";

    /// <summary>Opens a library and gives why not when it is not to be trusted; null when there is no such file.</summary>
    public static DacFile? Open(string path, bool trust, out string? whyNotTrusted)
    {
        whyNotTrusted = null;
        int descriptor = Libc.Open(path, Libc.O_CLOEXEC | Libc.O_NONBLOCK);
        if (descriptor < 0)
        {
            return null;
        }

        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        if (FileStatus.Of(file) is not { IsRegularFile: true } status)
        {
            file.Dispose();
            return null;
        }

        whyNotTrusted = trust ? null : FileTrust.WhyNot(file, Libc.GetEUid());
        if (whyNotTrusted is not null)
        {
            file.Dispose();
            return null;
        }

        DacFile known = s_loaded.GetOrAdd((status.Device, status.Inode), _ => new DacFile(path, file));
        if (known._file != file)
        {
            file.Dispose();
        }

        return known;
    }

    /// <summary>Tells whether the library would be trusted by another user.</summary>
    public static bool WouldTrust(string path, uint user)
    {
        using var file = new SafeFileHandle(Libc.Open(path, Libc.O_CLOEXEC | Libc.O_NONBLOCK), ownsHandle: true);
        return !file.IsInvalid && FileStatus.Of(file) is { IsRegularFile: true } && FileTrust.WhyNot(file, user) is null;
    }
}
