using System.Buffers.Binary;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Looks at the head of a dump file before ClrMD does, to say in plain words what is wrong with it.</summary>
internal static class CoreFile
{
    private const int HeadBytes = 64;
    private const int ProgramHeaderBytes = 56;
    private const int CoreType = 4;
    private const int ManyHeaders = 0xffff;
    private const ushort X64Machine = 62;
    private const ushort Arm64Machine = 183;

    /// <summary>Throws when the file is no core dump of this machine's kind or is not all there.</summary>
    /// <param name="readable">Where the dump is read.</param>
    /// <param name="path">Where the user knows it, for messages.</param>
    public static void Check(string readable, string path)
    {
        if (FileStatus.Of(readable) is { IsRegularFile: false })
        {
            throw Trouble.NotADump(path, "it is not a regular file");
        }

        try
        {
            using var file = File.OpenHandle(readable);
            Check(path, RandomAccess.GetLength(file), (offset, buffer) => RandomAccess.Read(file, buffer, (long)offset));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Trouble.NoSuchFile(path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Trouble.DumpNotReadable(path, e);
        }
        catch (IOException e)
        {
            throw Trouble.NotADump(path, "it cannot be read", e);
        }
    }

    private static void Check(string path, long length, BuildId.ReadAt read)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        int got = Math.Max(0, read(0, head));
        head = head[..got];
        if (got == 0)
        {
            throw Trouble.NotADump(path, "it is empty");
        }

        if (head.StartsWith("MDMP"u8))
        {
            throw Trouble.Unsupported($"The dump '{Trouble.Shown(path)}' is a Windows minidump, which cannot be read on this system.", "Look at it on Windows.");
        }

        if (got < HeadBytes || head[0] != 0x7f || !head[1..4].SequenceEqual("ELF"u8))
        {
            throw Trouble.NotADump(path, WhatElse(head));
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(head[16..]) != CoreType)
        {
            throw Trouble.NotADump(path, "it is a program or a library");
        }

        ushort machine = BinaryPrimitives.ReadUInt16LittleEndian(head[18..]);
        if (head[4] != 2 || machine is not (X64Machine or Arm64Machine))
        {
            throw Trouble.Unsupported($"The dump '{Trouble.Shown(path)}' is of a processor that is not supported.", "Dumps of x64 processes can be looked at.");
        }

        CheckLength(path, length, head, read);
    }

    private static void CheckLength(string path, long length, ReadOnlySpan<byte> head, BuildId.ReadAt read)
    {
        ulong table = BinaryPrimitives.ReadUInt64LittleEndian(head[32..]);
        long count = BinaryPrimitives.ReadUInt16LittleEndian(head[56..]);
        Span<byte> entry = stackalloc byte[ProgramHeaderBytes];
        if (count == ManyHeaders)
        {
            // The true number then stands in the first section header, in its field sh_info.
            ulong sections = BinaryPrimitives.ReadUInt64LittleEndian(head[40..]);
            count = sections <= (ulong)length && read(sections + 44, entry[..4]) == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(entry) : count;
        }

        if (count > Limits.Target.DumpSegments)
        {
            throw Trouble.NotADump(path, $"it claims to have {count:N0} segments, more than {Limits.Target.DumpSegments:N0}");
        }

        long end = 0;
        for (long i = 0; i < count; i++)
        {
            ulong at = table + (ulong)(i * ProgramHeaderBytes);
            if (at > (ulong)length || read(at, entry) != ProgramHeaderBytes)
            {
                throw Trouble.DumpCutShort(path, checked((long)Math.Min(at, long.MaxValue / 2)) + ProgramHeaderBytes - length);
            }

            ulong segmentEnd = BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]) + BinaryPrimitives.ReadUInt64LittleEndian(entry[32..]);
            end = Math.Max(end, (long)Math.Min(segmentEnd, long.MaxValue));
        }

        if (end > length)
        {
            throw Trouble.DumpCutShort(path, end - length);
        }
    }

    private static string WhatElse(ReadOnlySpan<byte> head)
    {
        // zip, bzip2, zstd and xz; what gzip packed is unpacked before
        if (head is [0x50, 0x4b, 3, ..] or [0x42, 0x5a, 0x68, ..] or [0x28, 0xb5, 0x2f, 0xfd, ..] or [0xfd, 0x37, 0x7a, ..])
        {
            return "it looks packed, so unpack it first";
        }

        return head.IndexOfAnyExceptInRange((byte)9, (byte)126) < 0 ? "it is a text file" : "its format is unknown";
    }
}
