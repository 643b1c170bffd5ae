using System.IO.Compression;

namespace TaskFind.Targets;

/// <summary>Unpacks a dump that was packed with gzip.</summary>
internal static class PackedDump
{
    private const int BlockBytes = 1 << 20;

    /// <summary>Room that is left to others on the disk.</summary>
    private const long Reserve = 64L << 20;

    /// <summary>Unpacks a dump; null when it is not packed. Throws a <see cref="TargetException"/> when it is damaged or the disk has no room for it.</summary>
    public static PrivateFile? TryUnpack(string path, CancellationToken ct)
    {
        if (OperatingSystem.IsLinux() && FileStatus.Of(path) is not { IsRegularFile: true })
        {
            return null; // a pipe would wait for somebody to write
        }

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

    private static PrivateFile Unpack(string path, FileStream packed, CancellationToken ct)
    {
        var file = PrivateFile.Create();
        try
        {
            using var from = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
            byte[] block = new byte[BlockBytes];
            var disk = new DriveInfo(Path.GetTempPath());
            for (int got; (got = from.Read(block)) > 0;)
            {
                ct.ThrowIfCancellationRequested();
                if (disk.AvailableFreeSpace < Reserve + got)
                {
                    throw Trouble.NoRoomToUnpack(path, Path.GetTempPath());
                }

                file.Stream.Write(block, 0, got);
            }

            file.Stream.Flush();
            return file.Stream.Length > 0 ? file : throw new InvalidDataException("nothing came of it");
        }
        catch (InvalidDataException e)
        {
            file.Dispose();
            throw Trouble.NotADump(path, "it is packed, and damaged", e);
        }
        catch (IOException)
        {
            file.Dispose();
            throw Trouble.NoRoomToUnpack(path, Path.GetTempPath());
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
