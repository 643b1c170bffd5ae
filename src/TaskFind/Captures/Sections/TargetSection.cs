using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>What was looked at.</summary>
internal sealed class TargetSection : ListSection<TargetInfo>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public TargetSection()
        : base(10, new(TargetKind.Capture, null, "?", null, "x64"), t => t.Target)
    {
        Field(1, Codecs.Enum<TargetKind>(), (in row) => row.Kind, (ref row, value) => row = row with { Kind = value });
        Field(2, Codecs.OptionalInt, (in row) => row.Pid, (ref row, value) => row = row with { Pid = value });
        Field(3, Codecs.Text, (in row) => row.Name, (ref row, value) => row = row with { Name = value });
        Field(4, Codecs.OptionalText, (in row) => row.Runtime, (ref row, value) => row = row with { Runtime = value });
        Field(5, Codecs.Text, (in row) => row.Architecture, (ref row, value) => row = row with { Architecture = value });
        Field(6, Codecs.Address, (in row) => row.RuntimeBase, (ref row, value) => row = row with { RuntimeBase = value });
    }
}
