namespace TaskFind.Model;

/// <summary>The stored form of a <see cref="TaskNode"/>, in 40 bytes: numbers and indexes into the graph's tables, -1 where absent.</summary>
internal struct NodeRow()
{
    /// <summary>Marks a node that nothing continues with.</summary>
    public const int NoContinuation = -1;

    public ulong Address;
    public int Type = -1;
    public int Method = -1;
    public int Point = -1;

    /// <summary>The ordinal of the node it awaits.</summary>
    public int Awaits = -1;
    public int Wait = -1;

    /// <summary>
    /// What continues with it: the ordinal of the only node, registered as it is; from -2 downwards where a list of <see cref="ContinuationRow"/> begins.
    /// </summary>
    public int Continuations = NoContinuation;

    /// <summary>What few nodes have, a <see cref="NodeExtra"/>.</summary>
    public int Extra = -1;
    public NodeKind Kind;
    public TaskState State;
    public byte Status;
    public NodeFlags Flags;
}
