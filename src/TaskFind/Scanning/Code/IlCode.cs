using System.Buffers.Binary;
using System.Reflection.Metadata;

namespace TaskFind.Scanning.Code;

/// <summary>Holds the decoded instructions of one method, in order of their offsets.</summary>
internal sealed class IlCode
{
    private readonly byte[] _il;
    private readonly List<IlInstruction> _instructions;

    private IlCode(IlBody body, List<IlInstruction> instructions)
    {
        _il = body.Il;
        _instructions = instructions;
        Handlers = body.Handlers;
    }

    /// <summary>The exception clauses.</summary>
    public IReadOnlyList<IlHandler> Handlers { get; }

    /// <summary>The number of instructions.</summary>
    public int Count => _instructions.Count;

    /// <summary>The instruction of that index.</summary>
    public IlInstruction this[int index] => _instructions[index];

    /// <summary>Decodes a body, or answers null where it is no IL.</summary>
    public static IlCode? TryDecode(IlBody body)
    {
        var il = body.Il.AsSpan();
        var instructions = new List<IlInstruction>(il.Length / 2);
        for (var at = 0; at < il.Length;)
        {
            var start = at;
            int code = il[at++];
            if (code == 0xFE && at < il.Length)
            {
                code = 0xFE00 | il[at++];
            }

            var op = (ILOpCode)code;
            if (IlOperands.SizeOf(op) is not { } size || at + Math.Max(size, 0) > il.Length)
            {
                return null;
            }

            int operand;
            if (size < 0)
            {
                if (at + 4 > il.Length)
                {
                    return null;
                }

                operand = BinaryPrimitives.ReadInt32LittleEndian(il[at..]);
                at += 4;
                if (operand < 0 || operand > (il.Length - at) / 4)
                {
                    return null;
                }

                at += operand * 4;
            }
            else
            {
                operand = Operand(op, il.Slice(at, size), at + size);
                at += size;
            }

            instructions.Add(new IlInstruction(start, at, op, operand));
        }

        return new IlCode(body, instructions);
    }

    /// <summary>Answers the index of the instruction that starts at an offset, or -1.</summary>
    public int IndexAt(int offset)
    {
        var index = IndexWithin(offset);
        return index >= 0 && _instructions[index].Offset == offset ? index : -1;
    }

    /// <summary>Answers the index of the instruction that an offset lies in, or -1.</summary>
    public int IndexWithin(int offset)
    {
        int low = 0, high = _instructions.Count - 1, found = -1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (_instructions[middle].Offset <= offset)
            {
                (found, low) = (middle, middle + 1);
            }
            else
            {
                high = middle - 1;
            }
        }

        return offset < 0 || offset >= _il.Length ? -1 : found;
    }

    /// <summary>Answers the target offset of one arm of a switch.</summary>
    public int SwitchTarget(IlInstruction instruction, int arm) =>
        instruction.End + BinaryPrimitives.ReadInt32LittleEndian(_il.AsSpan(instruction.End - ((instruction.Operand - arm) * 4)));

    private static int Operand(ILOpCode op, ReadOnlySpan<byte> bytes, int end)
    {
        var branch = op is >= ILOpCode.Br_s and <= ILOpCode.Blt_un or ILOpCode.Leave or ILOpCode.Leave_s;
        return bytes.Length switch
        {
            1 when branch => end + (sbyte)bytes[0],
            1 when op == ILOpCode.Ldc_i4_s => (sbyte)bytes[0],
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            4 when branch => end + BinaryPrimitives.ReadInt32LittleEndian(bytes),
            4 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            _ => 0,
        };
    }
}
