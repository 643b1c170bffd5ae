namespace TaskFind.Model;

/// <summary>Where in its code a method stands; shared by all tasks that stand at the same place.</summary>
public sealed record AwaitPoint(AwaitPointKind Kind)
{
    /// <summary>Gets the statement, when a PDB tells it; for <see cref="AwaitPointKind.Done"/>, where the method is defined.</summary>
    public SourceLine? Line { get; init; }

    /// <summary>Gets the offset in the IL of <c>MoveNext</c> (or of the running method).</summary>
    public int? ILOffset { get; init; }

    /// <summary>Gets which <c>await</c> of the method it is, from 1, in the order of the IL.</summary>
    public int? AwaitIndex { get; init; }

    /// <summary>Gets how many awaits the method has.</summary>
    public int? AwaitCount { get; init; }

    /// <summary>Gets what is awaited as the code says it, <c>Task.Delay</c> or a field's name.</summary>
    public string? Callee { get; init; }

    /// <summary>Gets the field of the <c>SemaphoreSlim</c> that the method holds there, as its own code tells: it has waited for it before, and releases it later.</summary>
    public string? Holds { get; init; }

    /// <summary>Gets whether the compiler made this await (the <c>DisposeAsync</c> of <c>await using</c>).</summary>
    public bool IsImplicit { get; init; }

    /// <summary>Gets why there is no <see cref="Line"/>.</summary>
    public string? WhyNoLine { get; init; }
}
