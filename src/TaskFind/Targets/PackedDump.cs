using System.IO.Compression;

namespace TaskFind.Targets;

/// <summary>Is a dump that was packed with gzip, unpacked into a file that nobody else can read or find: it has no name, and goes with this process.</summary>
internal sealed class PackedDump : IDisposable
{
    private const int BlockBytes = 1 << 20;

    /// <summary>Room that is left to others on the disk.</summary>
    private const long Reserve = 64L << 20;
    private readonly FileStream _file;

    private PackedDump(FileStream file, string path) => (_file, Path) = (file, path);

    /// <summary>Gets the path under which this process reads the unpacked dump.</summary>
    public string Path { get; }

    /// <summary>Unpacks a dump; null when it is not packed. Throws a <see cref="TargetException"/> when it is damaged or the disk has no room for it.</summary>
    public static PackedDump? TryUnpack(string path, CancellationToken ct)
    {
        try
        {
            using FileStream packed = File.OpenRead(path);
            Span<byte> magic = stackalloc byte[2];
            if (packed.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || magic[0] != 0x1f || magic[1] != 0x8b)
            {
                return null;
            }

            packed.Position = 0;
            return Unpack(path, packed, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // whoever looks at the file itself says what is wrong with it
        }
    }

    public void Dispose() => _file.Dispose();

    private static PackedDump Unpack(string path, FileStream packed, CancellationToken ct)
    {
        (FileStream file, string name) = Create();
        try
        {
            using var from = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
            byte[] block = new byte[BlockBytes];
            var disk = new DriveInfo(System.IO.Path.GetTempPath());
            for (int got; (got = from.Read(block)) > 0;)
            {
                ct.ThrowIfCancellationRequested();
                if (disk.AvailableFreeSpace < Reserve + got)
                {
                    throw Trouble.NoRoomToUnpack(path, System.IO.Path.GetTempPath());
                }

                file.Write(block, 0, got);
            }

            file.Flush();
            return new PackedDump(file, name);
        }
        catch (InvalidDataException e)
        {
            file.Dispose();
            throw Trouble.NotADump(path, "it is packed, and damaged", e);
        }
        catch (IOException)
        {
            file.Dispose();
            throw Trouble.NoRoomToUnpack(path, System.IO.Path.GetTempPath());
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static (FileStream File, string Path) Create()
    {
        string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.DeleteOnClose };
        if (OperatingSystem.IsWindows())
        {
            return (new FileStream(path, options), path);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsLinux())
        {
            return (file, path);
        }

        // Without a name from the first moment: whatever ends this process, nothing is left behind.
        File.Delete(path);
        return (file, $"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}");
    }
}
