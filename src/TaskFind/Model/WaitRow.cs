namespace TaskFind.Model;

/// <summary>The stored form of a <see cref="Wait"/> that is no other node: numbers and indexes into the graph's tables, -1 where absent.</summary>
internal struct WaitRow()
{
    /// <summary>Marks a time that is not known.</summary>
    public const long NoTime = long.MinValue;

    public WaitKind Kind = WaitKind.Other;
    public ulong Address;

    /// <summary>The type's name, in the string table.</summary>
    public int Type = -1;

    /// <summary>What is left of a WhenAll; the value of a semaphore.</summary>
    public int Count = -1;

    /// <summary>How many there are in all: tasks of a WhenAll or WhenAny, waiters of a semaphore.</summary>
    public int Total = -1;

    /// <summary>The waiter's position, from 1.</summary>
    public int Position = -1;

    /// <summary>Milliseconds left and in all.</summary>
    public long Left = NoTime, Of = NoTime;

    /// <summary>Gets or sets the semaphore or channel in whose queue a waiter stands, 0 where absent; it has no time, whose place this takes.</summary>
    public ulong Owner
    {
        readonly get => Of == NoTime ? 0 : (ulong)Of;
        set => Of = (long)value;
    }

    /// <summary>The range of the awaited nodes in the graph's edge table.</summary>
    public int FirstNode, NodeCount;

    /// <summary>The range of the facts in the graph's fact table.</summary>
    public int FirstFact, FactCount;

    public bool IsInfinite, IsBound;
}
