namespace TaskFind.Model;

/// <summary>What few nodes have, apart from their <see cref="NodeRow"/>, of which there may be a million.</summary>
internal struct NodeExtra()
{
    /// <summary><c>m_taskId</c>, 0 when none was assigned.</summary>
    public int TaskId;

    /// <summary>The managed id of the thread that runs it, 0 for none.</summary>
    public int Thread;
    public int Name = -1;
    public int Exception = -1;
    public int Result = -1;
    public int Context = -1;
    public int Variables = -1;

    public readonly bool IsEmpty => TaskId == 0 && Thread == 0 && Name < 0 && Exception < 0 && Result < 0 && Context < 0 && Variables < 0;
}
