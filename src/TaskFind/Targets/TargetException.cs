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

    /// <summary>The user and group that may load what root does not trust; null when nobody can help that way.</summary>
    internal (uint User, uint Group)? User { get; private init; }

    /// <summary>The same trouble, with the user who may do what root may not.</summary>
    internal TargetException WithUser((uint User, uint Group) user) => new(Kind, Message, Hint, InnerException) { User = user, Candidates = Candidates };

    /// <summary>The same trouble, with another sentence after it.</summary>
    internal TargetException And(string sentence) => new(Kind, $"{Message} {sentence}", Hint, InnerException) { User = User, Candidates = Candidates };
}
