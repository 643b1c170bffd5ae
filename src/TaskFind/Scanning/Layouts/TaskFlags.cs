namespace TaskFind.Scanning.Layouts;

/// <summary>The bits of <c>Task.m_stateFlags</c>, the same in .NET 8, 9 and 10.</summary>
[Flags]
internal enum TaskFlags
{
    None = 0,
    PromiseTask = 0x400,

    /// <summary>What is in <c>m_stateObject</c> is not the user's AsyncState.</summary>
    HiddenState = 0x800,
    Started = 0x10000,
    DelegateInvoked = 0x20000,
    Faulted = 0x200000,
    Canceled = 0x400000,
    WaitingOnChildren = 0x800000,
    RanToCompletion = 0x1000000,
    WaitingForActivation = 0x2000000,
    Completed = Faulted | Canceled | RanToCompletion,
}
