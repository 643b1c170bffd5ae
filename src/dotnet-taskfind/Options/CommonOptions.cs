using System.CommandLine;
using TaskFind.Tool.Looking;

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

    /// <summary>Creates <c>--isolate</c>, which <see cref="Isolation"/> sees before anything is parsed.</summary>
    public static Option<bool> Isolate() => new(Isolation.Option)
    {
        Description = "Do the work in a process of its own, whose crash (a broken dump can bring the runtime's debugging library down) is exit code 4 and a sentence.",
        Recursive = true,
    };
}
