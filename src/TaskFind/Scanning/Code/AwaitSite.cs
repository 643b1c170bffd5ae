using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Holds one place where a state machine can be suspended.</summary>
internal sealed record AwaitSite
{
    /// <summary>The state the machine has while it is suspended here.</summary>
    public required int State { get; init; }

    /// <summary>Whether it is a yield return of an iterator, not an await.</summary>
    public required bool IsYield { get; init; }

    /// <summary>Which await (or yield return) of the method it is, from 1, in the order of the IL.</summary>
    public required int Index { get; init; }

    /// <summary>The offset in the IL of MoveNext.</summary>
    public required int ILOffset { get; init; }

    /// <summary>The field of the machine that keeps the awaiter; null for a yield return.</summary>
    public string? AwaiterField { get; init; }

    /// <summary>The awaiter's type as the code says it, such as "TaskAwaiter&lt;int&gt;".</summary>
    public string? AwaiterType { get; init; }

    /// <summary>What is awaited as the code says it, such as "Task.Delay", or a local's or field's name.</summary>
    public string? Callee { get; init; }

    /// <summary>The field of the semaphore that the method holds there, by its own code.</summary>
    public string? Holds { get; init; }

    /// <summary>The statement.</summary>
    public SourceLine? Line { get; init; }

    /// <summary>Whether the compiler made this await, so that the line is the one it stands for.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>Why there is no line.</summary>
    public string? WhyNoLine { get; init; }

    /// <summary>Turns the site into the graph's point.</summary>
    public AwaitPoint ToPoint(AwaitPointKind kind, int awaitCount) => new(kind)
    {
        Line = Line,
        ILOffset = ILOffset,
        AwaitIndex = IsYield ? null : Index,
        AwaitCount = IsYield ? null : awaitCount,
        Callee = Callee,
        Holds = Holds,
        IsImplicit = IsImplicit,
        WhyNoLine = WhyNoLine,
    };
}
