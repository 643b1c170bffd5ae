using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace TaskFind.Tool.Help;

/// <summary>Prints the usual help, then the command's examples and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction usual, string rootExamples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is RootCommand root)
        {
            foreach (var argument in root.Arguments)
                argument.Hidden = false;
        }

        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var examples = parseResult.CommandResult.Command is ToolCommand command ? command.Examples : rootExamples;
        output.WriteLine("Examples:");
        foreach (var line in examples.Split('\n'))
            output.WriteLine("  " + line);
        output.WriteLine();
        output.WriteLine("Exit codes:");
        output.WriteLine(ExitCode.Table);
        return ExitCode.Found;
    }
}
