namespace TaskFind.Tool.Looking;

/// <summary>Ends a command whose work a child process has done, its answer included.</summary>
internal sealed class HandedOverException(int exitCode) : Exception
{
    /// <summary>The exit code of the child.</summary>
    public int ExitCode => exitCode;
}
