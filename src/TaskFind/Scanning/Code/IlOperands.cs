using System.Reflection.Metadata;

namespace TaskFind.Scanning.Code;

/// <summary>Knows how many operand bytes follow each operation.</summary>
internal static class IlOperands
{
    /// <summary>Answers the operand's size in bytes, -1 for a switch, or null for an operation that does not exist.</summary>
    public static int? SizeOf(ILOpCode op) => (int)op < 0x100 ? SizeOfShort((int)op) : SizeOfLong((int)op & 0xFF);

    private static int? SizeOfShort(int op) => op switch
    {
        0x24 or 0x77 or 0x78 => null,
        >= 0x0E and <= 0x13 or 0x1F or >= 0x2B and <= 0x37 or 0xDE => 1,
        0x20 or 0x22 or 0x27 or 0x28 or 0x29 or >= 0x38 and <= 0x44 => 4,
        0x21 or 0x23 => 8,
        0x45 => -1,
        >= 0x6F and <= 0x75 or 0x79 or >= 0x7B and <= 0x81 or 0x8C or 0x8D or 0x8F => 4,
        0xA3 or 0xA4 or 0xA5 or 0xC2 or 0xC6 or 0xD0 or 0xDD => 4,
        >= 0xA6 and <= 0xB2 or >= 0xBB and <= 0xC1 or 0xC4 or 0xC5 or >= 0xC7 and <= 0xCF or > 0xE0 => null,
        _ => 0,
    };

    private static int? SizeOfLong(int op) => op switch
    {
        0x06 or 0x07 or 0x15 or 0x16 or 0x1C => 4,
        >= 0x09 and <= 0x0E => 2,
        0x12 or 0x19 => 1,
        0x08 or 0x10 or 0x1B or > 0x1E => null,
        _ => 0,
    };
}
