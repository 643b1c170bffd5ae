using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The tasks, state machines and promises.</summary>
internal sealed class NodeSection : RowSection<NodeRow>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public NodeSection()
        : base(15, new(), t => t.Nodes)
    {
        Field(1, Codecs.Address, (in row) => row.Address, (ref row, value) => row.Address = value);
        Field(2, Codecs.Index, (in row) => row.Type, (ref row, value) => row.Type = value);
        Field(3, Codecs.Index, (in row) => row.Method, (ref row, value) => row.Method = value);
        Field(4, Codecs.Index, (in row) => row.Point, (ref row, value) => row.Point = value);
        Field(5, Codecs.Index, (in row) => row.Awaits, (ref row, value) => row.Awaits = value);
        Field(6, Codecs.Index, (in row) => row.Wait, (ref row, value) => row.Wait = value);
        
        // One continuation is a node, several are a list; the row has both in one number.
        Field(7, Codecs.Index, (in row) => row.Continuations, (ref row, value) => row.Continuations = value);
        Field(8, Codecs.Index, (in row) => NodeRow.NoContinuation - 1 - row.Continuations, SetList);
        Field(9, Codecs.Index, (in row) => row.Extra, (ref row, value) => row.Extra = value);
        Field(10, Codecs.Enum<NodeKind>(), (in row) => row.Kind, (ref row, value) => row.Kind = value);
        Field(11, Codecs.Enum<TaskState>(), (in row) => row.State, (ref row, value) => row.State = value);
        Field(12, Codecs.Byte, (in row) => row.Status, (ref row, value) => row.Status = value);
        Field(13, Codecs.Byte, (in row) => (byte)row.Flags, (ref row, value) => row.Flags = (NodeFlags)value);
    }

    private static void SetList(ref NodeRow row, int list)
    {
        if (list >= 0)
            row.Continuations = NodeRow.NoContinuation - 1 - list;
    }
}
