using System.CommandLine.Parsing;
using TaskFind.Queries;

namespace TaskFind.Tool.Options;

/// <summary>What no argument or option may be.</summary>
internal static class ArgumentRules
{
    /// <summary>Refuses an empty argument, and an option that does not exist, which the parser would take for an argument.</summary>
    public static void IsNotEmptyAndNoOption(ArgumentResult argument)
    {
        foreach (var token in argument.Tokens)
        {
            if (string.IsNullOrWhiteSpace(token.Value))
                argument.AddError($"<{argument.Argument.Name}> must not be empty.");
            else if (token.Value.StartsWith('-'))
                argument.AddError($"There is no option '{token.Value}' here.");
        }
    }

    /// <summary>Refuses a pattern that names no method, before anything is looked at.</summary>
    public static void IsMethodPattern(OptionResult option)
    {
        try
        {
            if (option.Tokens is [var token])
                MethodPattern.Parse(token.Value);
        }
        catch (FormatException e)
        {
            option.AddError(e.Message);
        }
    }
}
