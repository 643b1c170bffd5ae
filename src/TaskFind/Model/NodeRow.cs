namespace TaskFind.Model;

/// <summary>The stored form of a <see cref="TaskNode"/>: numbers and indexes into the graph's tables, -1 where absent.</summary>
internal struct NodeRow()
{
    public ulong Address;

    /// <summary><c>m_taskId</c>, 0 when none was assigned.</summary>
    public int TaskId;
    public int Type = -1;
    public int Method = -1;
    public int Point = -1;
    public int Name = -1;

    /// <summary>The ordinal of the node it awaits.</summary>
    public int Awaits = -1;
    public int Wait = -1;
    public int Exception = -1;
    public int Result = -1;

    /// <summary>The managed id of the thread that runs it, 0 for none.</summary>
    public int Thread;
    public int FirstContinuation, ContinuationCount;
    public NodeKind Kind;
    public TaskState State;
    public byte Status;
    public NodeFlags Flags;
}
