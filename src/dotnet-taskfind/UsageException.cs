namespace TaskFind.Tool;

/// <summary>Says that the command line cannot be followed, and what to type instead.</summary>
internal sealed class UsageException(string message, string? hint = null) : Exception(message)
{
    /// <summary>What to type next.</summary>
    public string? Hint => hint;
}
