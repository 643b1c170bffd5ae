namespace TaskFind.Scanning.Walking;

/// <summary>One kept object as the walk read it, in 40 bytes: what nearly every task needs, so that few objects are copied whole.</summary>
internal struct RootRecord()
{
    /// <summary>Marks a machine whose awaiter must be told from its copied bytes.</summary>
    public const int AskCopy = -2;

    /// <summary>The last awaiter field that <see cref="Slot"/> can tell; of others the bytes are asked.</summary>
    public const int LastSlot = sbyte.MaxValue;

    public ulong Address;

    /// <summary>What is registered to continue when it completes; the task of a completion source.</summary>
    public ulong Continuation;

    /// <summary>What the only awaiter in use refers to.</summary>
    public ulong Awaited;

    /// <summary>The index of its type in the <see cref="TypeTable"/>.</summary>
    public int Type;

    /// <summary><c>m_stateFlags</c> of a task.</summary>
    public int Flags;

    /// <summary>Where in its range's bytes it was copied to; -1 for nowhere.</summary>
    public int Copy = -1;

    // The state in the upper three bytes, the slot in the lowest.
    private int _stateAndSlot = byte.MaxValue;

    /// <summary>Gets or sets the state of the machine inside; 24 bits of it, more than any method has awaits.</summary>
    public int State
    {
        readonly get => _stateAndSlot >> 8;
        set => _stateAndSlot = (value << 8) | (_stateAndSlot & byte.MaxValue);
    }

    /// <summary>Gets or sets which awaiter field is in use, -1 for none.</summary>
    public int Slot
    {
        readonly get => (sbyte)_stateAndSlot;
        set => _stateAndSlot = (_stateAndSlot & ~byte.MaxValue) | (byte)value;
    }
}
