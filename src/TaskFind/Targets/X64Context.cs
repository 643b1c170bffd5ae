using System.Buffers.Binary;

namespace TaskFind.Targets;

/// <summary>Turns the registers that Linux gives into the Windows CONTEXT that the debugging library reads, on x64.</summary>
internal static class X64Context
{
    /// <summary>The number of registers in the kernel's user_regs_struct.</summary>
    public const int RegisterCount = 27;

    /// <summary>The size of a CONTEXT in bytes.</summary>
    public const int Bytes = 1232;

    private const uint ControlIntegerAndSegments = 0x100007;
    private const int FlagsOffset = 0x30;

    // (index in user_regs_struct, offset in CONTEXT)
    private static readonly (int From, int To)[] Wide =
    [
        (0, 0xF0), (1, 0xE8), (2, 0xE0), (3, 0xD8),              // r15 r14 r13 r12
        (4, 0xA0), (5, 0x90),                                    // rbp rbx
        (6, 0xD0), (7, 0xC8), (8, 0xC0), (9, 0xB8),              // r11 r10 r9 r8
        (10, 0x78), (11, 0x80), (12, 0x88), (13, 0xA8), (14, 0xB0), // rax rcx rdx rsi rdi
        (16, 0xF8), (19, 0x98),                                  // rip rsp
    ];

    private static readonly (int From, int To)[] Segments = [(17, 0x38), (23, 0x3A), (24, 0x3C), (25, 0x3E), (26, 0x40), (20, 0x42)]; // cs ds es fs gs ss

    /// <summary>Writes the context; false when there is no room for it.</summary>
    public static bool Write(ReadOnlySpan<ulong> registers, Span<byte> context)
    {
        if (registers.Length < RegisterCount || context.Length < Bytes)
        {
            return false;
        }

        context[..Bytes].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(context[FlagsOffset..], ControlIntegerAndSegments);
        BinaryPrimitives.WriteUInt32LittleEndian(context[0x44..], (uint)registers[18]);
        foreach ((int from, int to) in Wide)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(context[to..], registers[from]);
        }

        foreach ((int from, int to) in Segments)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(context[to..], (ushort)registers[from]);
        }

        return true;
    }
}
