using System.CommandLine;

namespace TaskFind.Tool.Options;

/// <summary>The options that every command has.</summary>
internal static class CommonOptions
{
    /// <summary>Creates <c>--verbose</c>, which the root hands on to every command.</summary>
    public static Option<bool> Verbose() => new("--verbose", "-v")
    {
        Description = "Say more on stderr: every gap, and the stack trace of a bug.",
        Recursive = true,
    };
}
