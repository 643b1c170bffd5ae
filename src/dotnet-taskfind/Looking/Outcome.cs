using TaskFind.Model;

namespace TaskFind.Tool.Looking;

/// <summary>Turns what a look brought into an exit code.</summary>
internal static class Outcome
{
    /// <summary>Returns the exit code; that tasks may be missing beats both answers.</summary>
    public static int Of(Coverage coverage, bool found)
    {
        if (coverage.CutShort is not null)
            return ExitCode.CutShort;
        return found ? ExitCode.Found : ExitCode.NoMatch;
    }
}
