using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Resolves the tokens of one module's IL, each once.</summary>
internal sealed class IlTokens(MetadataReader metadata)
{
    private readonly Dictionary<int, IlMember?> _members = [];

    /// <summary>Answers the method or field a token names, or null.</summary>
    public IlMember? Member(int token)
    {
        if (!_members.TryGetValue(token, out var member))
        {
            _members[token] = member = IlMember.Resolve(metadata, token);
        }

        return member;
    }

    /// <summary>Answers the member an instruction calls, or null where it is no call.</summary>
    public IlMember? Called(IlInstruction instruction) => instruction.IsCall ? Member(instruction.Operand) : null;

    /// <summary>Answers whether an instruction calls a method of that name.</summary>
    public bool Calls(IlInstruction instruction, string name) => Called(instruction)?.Name == name;

    /// <summary>Answers whether an instruction loads that string.</summary>
    public bool LoadsString(IlInstruction instruction, string text) => LoadedString(instruction) == text;

    /// <summary>Answers the string an instruction loads, or null where it loads none.</summary>
    public string? LoadedString(IlInstruction instruction) => instruction.Op != ILOpCode.Ldstr ? null : Hostile.Try(
        () => IsName(instruction.Operand & 0xFFFFFF) ? metadata.GetUserString(MetadataTokens.UserStringHandle(instruction.Operand & 0xFFFFFF)) : null, null);

    // The reader would decode a string of any length; no name is that long.
    private unsafe bool IsName(int offset)
    {
        var size = metadata.GetHeapSize(HeapIndex.UserString);
        var start = metadata.GetHeapMetadataOffset(HeapIndex.UserString);
        return offset < size && new BlobReader(metadata.MetadataPointer + start + offset, size - offset).ReadCompressedInteger() <= Limits.Code.NameBytes;
    }
}
