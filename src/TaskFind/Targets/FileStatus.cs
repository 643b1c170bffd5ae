using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TaskFind.Targets;

/// <summary>Holds what Linux says of a file: owner, mode and identity.</summary>
internal readonly record struct FileStatus(uint Owner, ushort Mode, ulong Inode, ulong Device, long Size)
{
    // struct statx has one layout on every architecture; these are its offsets.
    private const int StatXBytes = 256;
    private const uint BasicStats = 0x7ff;
    private const int TypeMask = 0xf000;

    public bool IsRegularFile => (Mode & TypeMask) == 0x8000;

    public bool IsFolder => (Mode & TypeMask) == 0x4000;

    public bool OthersMayWrite => (Mode & 0x12) != 0;

    public bool IsSameFile(FileStatus other) => Inode == other.Inode && Device == other.Device;

    /// <summary>Reads the status of what a path leads to; null when there is nothing or it may not be seen.</summary>
    public static FileStatus? Of(string path) => Read(Libc.AT_FDCWD, path, 0);

    /// <summary>Reads the status of the path itself, also when it is a symbolic link.</summary>
    public static FileStatus? OfLink(string path) => Read(Libc.AT_FDCWD, path, Libc.AT_SYMLINK_NOFOLLOW);

    /// <summary>Reads the status of an open file.</summary>
    public static FileStatus? Of(SafeFileHandle file) => Read((int)file.DangerousGetHandle(), "", Libc.AT_EMPTY_PATH);

    private static unsafe FileStatus? Read(int folder, string path, int flags)
    {
        byte* buffer = stackalloc byte[StatXBytes];
        if (path.Contains('\0', StringComparison.Ordinal) || Libc.StatX(folder, path, flags, BasicStats, buffer) != 0)
        {
            return null;
        }

        var bytes = new ReadOnlySpan<byte>(buffer, StatXBytes);
        return new FileStatus(
            MemoryMarshal.Read<uint>(bytes[20..]),
            MemoryMarshal.Read<ushort>(bytes[28..]),
            MemoryMarshal.Read<ulong>(bytes[32..]),
            MemoryMarshal.Read<ulong>(bytes[136..]),
            MemoryMarshal.Read<long>(bytes[40..]));
    }
}
