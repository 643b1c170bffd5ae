namespace TaskFind.Scanning.Code;

/// <summary>Tells in which way a method can wait.</summary>
internal enum MethodKind
{
    /// <summary>It cannot, as far as its metadata says.</summary>
    Sync,

    /// <summary>It is an async method with a state machine.</summary>
    Async,

    /// <summary>It is an async iterator with a state machine.</summary>
    AsyncIterator,

    /// <summary>The runtime suspends it, without a state machine (metadata flag 0x2000).</summary>
    RuntimeAsync,
}
