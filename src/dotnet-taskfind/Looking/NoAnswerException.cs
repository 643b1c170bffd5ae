namespace TaskFind.Tool.Looking;

/// <summary>Says that a child ended without an answer that is worth a file.</summary>
internal sealed class NoAnswerException(int exitCode) : Exception
{
    /// <summary>The exit code to end with.</summary>
    public int ExitCode => exitCode;
}
