namespace TaskFind.Targets;

/// <summary>Is a file of ours that nobody else can read or find: on Linux it has no name from the first moment, and goes with this process whatever ends it.</summary>
internal sealed class PrivateFile : IDisposable
{
    private PrivateFile(FileStream stream, string path) => (Stream, Path) = (stream, path);

    /// <summary>Gets the open file.</summary>
    public FileStream Stream { get; }

    /// <summary>Gets the path under which this process reads it.</summary>
    public string Path { get; }

    /// <summary>Makes an empty one in the folder for temporary files.</summary>
    public static PrivateFile Create()
    {
        string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return Of(new FileStream(path, options), path);
    }

    /// <summary>Takes a file that somebody wrote for us, by its descriptor, and takes its name away.</summary>
    public static PrivateFile Of(FileStream stream, string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new PrivateFile(stream, path);
        }

        File.Delete(path);
        return new PrivateFile(stream, $"/proc/self/fd/{stream.SafeFileHandle.DangerousGetHandle()}");
    }

    public void Dispose() => Stream.Dispose();
}
