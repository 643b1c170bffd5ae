namespace TaskFind.Tool;

/// <summary>The exit codes, the same for every command.</summary>
internal static class ExitCode
{
    /// <summary>Something was found, or there was nothing to report.</summary>
    public const int Found = 0;

    /// <summary>The look went well and nothing matched.</summary>
    public const int NoMatch = 1;

    /// <summary>The command line is wrong, or several processes fit it.</summary>
    public const int Usage = 2;

    /// <summary>There was nothing to look at: no such process, no permission, not .NET, no heap in the dump.</summary>
    public const int CouldNotLook = 3;

    /// <summary>The look was cut short, so tasks may be missing.</summary>
    public const int CutShort = 4;

    /// <summary>The tool itself is wrong.</summary>
    public const int Bug = 5;

    /// <summary>SIGINT ended it.</summary>
    public const int Interrupted = 130;

    /// <summary>SIGTERM ended it.</summary>
    public const int Terminated = 143;

    /// <summary>The table that help and README print.</summary>
    public const string Table = """
          0    found, or nothing to report
          1    looked, and nothing matched; or check found what --fail-on names
          2    wrong command line, or several processes fit
          3    could not look: no such process, no permission, not .NET, no heap in the dump
          4    the look was cut short, so tasks may be missing
          5    a bug of this tool (--verbose prints the stack trace)
          130  interrupted (SIGINT); 143 terminated (SIGTERM)
        """;
}
