using System.Buffers.Binary;

namespace TaskFind.Targets;

/// <summary>Finds where the executable of a process begins in its memory: assemblies of a single-file program are mapped from the same file, some of them below it.</summary>
internal static class ExecutableImage
{
    private const ulong ProgramHeaders = 3, Page = 4096;

    /// <summary>Gives the executable's path and first address, by the address of its program headers that the kernel passed on (AT_PHDR); null when it cannot be told.</summary>
    public static MappedFile? Of(int pid, MemoryMap map)
    {
        if (MemoryMap.PathIn(ProcText.Link($"/proc/{pid}/exe")) is not { } path || ProcText.TryReadBytes($"/proc/{pid}/auxv") is not { } vector)
        {
            return null;
        }

        for (int at = 0; at + 16 <= vector.Length; at += 16)
        {
            ulong key = BinaryPrimitives.ReadUInt64LittleEndian(vector.AsSpan(at)), value = BinaryPrimitives.ReadUInt64LittleEndian(vector.AsSpan(at + 8));
            if (key == ProgramHeaders)
            {
                return map.Files.FirstOrDefault(f => f.Path == path) is { } file ? file with { Begin = value & ~(Page - 1) } : null;
            }
        }

        return null;
    }
}
