namespace TaskFind.Scanning.Walking;

/// <summary>One kept object as the walk read it, in 48 bytes: what nearly every task needs, so that few objects are copied whole.</summary>
internal struct RootRecord()
{
    /// <summary>Marks a machine whose awaiter must be told from its copied bytes.</summary>
    public const short AskCopy = -2;

    public ulong Address;

    /// <summary>What is registered to continue when it completes; the task of a completion source.</summary>
    public ulong Continuation;

    /// <summary>What the only awaiter in use refers to.</summary>
    public ulong Awaited;

    /// <summary>The index of its type in the <see cref="TypeTable"/>.</summary>
    public int Type;

    /// <summary><c>m_stateFlags</c> and <c>m_taskId</c> of a task.</summary>
    public int Flags, Id;

    /// <summary>The state of the machine inside.</summary>
    public int State;

    /// <summary>Where in its range's bytes it was copied to; -1 for nowhere.</summary>
    public int Copy = -1;

    /// <summary>Which awaiter field is in use, -1 for none.</summary>
    public short Slot = -1;
}
