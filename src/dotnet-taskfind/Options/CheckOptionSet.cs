using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries.Findings;

namespace TaskFind.Tool.Options;

/// <summary>The options of <c>check</c>: which rules, how often, how printed, and when to fail.</summary>
internal sealed class CheckOptionSet
{
    private static readonly string[] s_formats = [.. Enum.GetNames<CheckFormat>().Select(n => n.ToLowerInvariant())];
    private static readonly string[] s_severities = [.. Enum.GetNames<FindingSeverity>().Select(n => n.ToLowerInvariant())];

    private readonly Option<string[]> _only = Names("--only", "Ask only this rule; may be given again.");
    private readonly Option<string[]> _ignore = Names("--ignore", "Do not ask this rule; may be given again.");
    private readonly Option<string[]> _failOn = Names("--fail-on", "End with exit code 1 when there is such a finding: error, warning, info (or worse), or the name of a rule; may be given again.", "SEVERITY|RULE");
    private readonly Option<string?> _interval = new("--interval") { Description = "Look again after this time, and say what is stuck: 2s, 500ms. The process runs in between.", HelpName = "TIME" };
    private readonly Option<int?> _looks = new("--looks") { Description = "Look this many times, 2 seconds apart unless --interval says otherwise.", HelpName = "N" };
    private readonly Option<string> _format = new("--format") { Description = "How to print: for people, for programs, for a job's summary, or as annotations of GitHub Actions.", HelpName = string.Join('|', s_formats), DefaultValueFactory = _ => "text" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the answer to this file (yours alone, and only when it is whole).", HelpName = "FILE" };
    private readonly Option<int?> _limit = new("--limit") { Description = "With --format json: name at most this many tasks of each finding.", HelpName = "N" };
    private readonly Option<bool> _full = new("--full") { Description = "Leave nothing out: whole paths, whole chains of waits." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _only.Validators.Add(o => AreKnown(o, FindingCatalogue.Names));
        _ignore.Validators.Add(o => AreKnown(o, FindingCatalogue.Names));
        _failOn.Validators.Add(o => AreKnown(o, [.. s_severities, .. FindingCatalogue.Names]));
        _format.Validators.Add(FormatIsKnown);
        _output.Validators.Add(OutputOptionSet.FolderExists);
        _limit.Validators.Add(OutputOptionSet.LimitIsPositive);
        _interval.Validators.Add(IntervalIsSane);
        _looks.Validators.Add(LooksAreSane);
        foreach (var option in new Option[] { _only, _ignore, _failOn, _interval, _looks, _format, _output, _limit, _full })
            command.Options.Add(option);
    }

    /// <summary>Reads what was typed.</summary>
    public CheckSettings Read(ParseResult result)
    {
        var looks = result.GetValue(_looks);
        var interval = result.GetValue(_interval) is { } time ? TimeWord.TryParse(time) : looks > 1 ? TimeSpan.FromSeconds(2) : null;
        return new CheckSettings(
            result.GetValue(_only) ?? [], result.GetValue(_ignore) ?? [], result.GetValue(_failOn) ?? [], Enum.Parse<CheckFormat>(result.GetRequiredValue(_format), ignoreCase: true),
            result.GetValue(_output), interval, looks ?? (interval is null ? 1 : 2), result.GetValue(_limit), result.GetValue(_full));
    }

    private static Option<string[]> Names(string name, string description, string help = "RULE") => new(name) { Description = description, HelpName = help };

    private static void AreKnown(OptionResult option, IReadOnlyList<string> names)
    {
        foreach (var token in option.Tokens.Where(t => !names.Contains(t.Value)))
            option.AddError($"There is no '{token.Value}' for {option.Option.Name}: it takes {string.Join(", ", names)}.");
    }

    private static void FormatIsKnown(OptionResult option)
    {
        if (option.Tokens is [var token] && !s_formats.Contains(token.Value))
            option.AddError($"There is no format '{token.Value}': --format takes {string.Join(", ", s_formats)}.");
    }

    private static void IntervalIsSane(OptionResult option)
    {
        if (option.Tokens is [var token] && TimeWord.TryParse(token.Value) is null)
            option.AddError($"'{token.Value}' is not a time with its unit, such as 500ms or 2s (--interval).");
    }

    private static void LooksAreSane(OptionResult option)
    {
        if (option.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var looks) && looks is > 0 and <= Limits.Look.Looks))
            option.AddError($"'{token.Value}' is not a number from 1 to {Limits.Look.Looks} (--looks).");
    }
}
