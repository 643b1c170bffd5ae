namespace TaskFind.Scanning.Reachability;

/// <summary>How the gate of a node stands.</summary>
[Flags]
internal enum GateStates : byte
{
    None = 0,

    /// <summary>It has a gate.</summary>
    Gated = 1,

    /// <summary>The gate opens only when the node was met too.</summary>
    NeedsMeeting = 2,

    /// <summary>The traversal has come to the node.</summary>
    Met = 4,

    /// <summary>What it waits for is open.</summary>
    Signalled = 8,

    /// <summary>The gate is open.</summary>
    Open = 16,
}
