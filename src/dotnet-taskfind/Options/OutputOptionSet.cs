using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace TaskFind.Tool.Options;

/// <summary>The options of every command that prints tasks: how, where to and how many.</summary>
internal sealed class OutputOptionSet
{
    private readonly Option<string> _format = Format();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the answer to this file (yours alone, and only when it is whole).", HelpName = "FILE" };
    private readonly Option<int?> _limit = new("--limit") { Description = "Print at most this many tasks.", HelpName = "N" };
    private readonly Option<bool> _all = new("--all") { Description = "Finished tasks too. They are there only while something keeps them alive." };
    private readonly Option<bool> _full = new("--full") { Description = "Leave nothing out: whole paths, whole chains of waits." };
    private readonly Option<bool> _repr = new("--repr") { Description = "With --format json: each task's one-line text too." };

    /// <summary>Creates <c>--format</c>.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "How to print: for people or for programs.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.Validators.Add(FormatIsKnown);
        return format;
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _output.Validators.Add(FolderExists);
        _limit.Validators.Add(LimitIsPositive);
        foreach (var option in new Option[] { _format, _output, _limit, _all, _full, _repr })
            command.Options.Add(option);
    }

    /// <summary>Reads what was typed.</summary>
    public OutputSettings Read(ParseResult result) => new(
        result.GetValue(_format) == "json" ? OutputFormat.Json : OutputFormat.Text,
        result.GetValue(_output),
        result.GetValue(_limit),
        result.GetValue(_all),
        result.GetValue(_full),
        result.GetValue(_repr));

    /// <summary>Refuses a file without a folder.</summary>
    // Before the look: nobody wants to stop a process for an answer that has no place to go.
    public static void FolderExists(OptionResult option)
    {
        if (option.Tokens is not [var token])
            return;
        if (Directory.Exists(token.Value))
            option.AddError($"'{token.Value}' is a folder (--output).");
        else if (token.Value.Length == 0 || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(token.Value))))
            option.AddError($"There is no folder for '{token.Value}' (--output).");
    }

    private static void FormatIsKnown(OptionResult option)
    {
        if (option.Tokens is [{ Value: not ("text" or "json") } token])
            option.AddError($"There is no format '{token.Value}': --format takes text or json.");
    }

    /// <summary>Refuses a limit that is no number from 1.</summary>
    public static void LimitIsPositive(OptionResult option)
    {
        if (option.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0))
            option.AddError($"'{token.Value}' is not a number from 1 (--limit).");
    }
}
