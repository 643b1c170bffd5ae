namespace TaskFind.Model;

/// <summary>How a loaded method relates to tasks.</summary>
public enum MethodShape : byte
{
    /// <summary>Not an async method.</summary>
    Sync,

    /// <summary>Compiled to a state machine by the <c>async</c> keyword, or an async iterator.</summary>
    Async,

    /// <summary>Compiled with runtime-async (<c>MethodImplAttributes</c> bit 0x2000): it has no state machine.</summary>
    RuntimeAsync,
}
