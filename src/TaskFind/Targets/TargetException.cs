namespace TaskFind.Targets;

/// <summary>Is thrown for foreseen trouble with a target: the message says what is wrong, the hint what to type next.</summary>
public sealed class TargetException : Exception
{
    internal TargetException(TargetTrouble kind, string message, string hint, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Hint = hint;
    }

    /// <summary>The sort of trouble.</summary>
    public TargetTrouble Kind { get; }

    /// <summary>One sentence that says what to do next.</summary>
    public string Hint { get; }

    /// <summary>The processes that fit, when several do; otherwise empty.</summary>
    public IReadOnlyList<TargetCandidate> Candidates { get; internal init; } = [];
}
