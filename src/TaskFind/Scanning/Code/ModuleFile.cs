using Microsoft.Win32.SafeHandles;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Opens files whose names a target or a folder gave, and reads parts of them.</summary>
internal static class ModuleFile
{
    /// <summary>Opens a regular file for reading, or says why not.</summary>
    /// <remarks>
    /// Reads go through the file's handle, not through a mapping, because a mapped file that is cut short under us is a SIGBUS.
    /// A pipe or a device has length 0 and is refused before it is opened, as opening it could block for ever.
    /// </remarks>
    public static SafeFileHandle? TryOpen(string path, out string? whyNot)
    {
        try
        {
            var info = new FileInfo(path);
            var target = info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? info;
            if (!target.Exists)
            {
                whyNot = "there is no such file";
                return null;
            }

            if (target.Length is < 64 or > int.MaxValue)
            {
                whyNot = "it is no file of a believable size";
                return null;
            }

            whyNot = null;
            return File.OpenHandle(target.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (Hostile.IsBadData(e))
        {
            whyNot = e is UnauthorizedAccessException ? "it may not be read" : "it cannot be read";
            return null;
        }
    }

    /// <summary>Fills the whole span from an offset of the file, or answers false.</summary>
    public static bool Read(SafeFileHandle file, ulong offset, Span<byte> into)
    {
        try
        {
            while (into.Length > 0)
            {
                var got = offset > int.MaxValue ? 0 : RandomAccess.Read(file, into, (long)offset);
                if (got <= 0)
                {
                    return false;
                }

                offset += (ulong)got;
                into = into[got..];
            }

            return true;
        }
        catch (Exception e) when (Hostile.IsBadData(e))
        {
            return false;
        }
    }

    /// <summary>Reads a whole file into pinned memory, or says why not.</summary>
    public static byte[]? ReadAll(string path, out string? whyNot)
    {
        using var file = TryOpen(path, out whyNot);
        if (file is null)
        {
            return null;
        }

        var length = RandomAccess.GetLength(file);
        if (length is < 64 or > Limits.Code.ImageBytes)
        {
            whyNot = length < 64 ? "it is no file of a believable size" : $"it is larger than {Limits.Code.ImageBytes >> 20} MiB";
            return null;
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)length, pinned: true);
        whyNot = Read(file, 0, bytes) ? null : "it cannot be read";
        return whyNot is null ? bytes : null;
    }
}
