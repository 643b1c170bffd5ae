using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TaskFind.Targets;

namespace TaskFind.Tool.Options;

/// <summary>The options of every command that looks at a target: which one, and how.</summary>
internal sealed class LookOptionSet
{
    private const double DefaultTimeout = 60;
    private const double LongestTimeout = 24 * 60 * 60;

    private readonly Argument<string?> _target = new("target")
    {
        Description = "A process id, a process name, a core dump file or a capture; the only .NET process in sight when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> _processId = new("--process-id", "-p") { Description = "The process id to look at.", HelpName = "PID" };
    private readonly Option<string?> _name = new("--name", "-n") { Description = "The name of the process, or of its entry assembly, to look at.", HelpName = "NAME" };
    private readonly Option<string[]> _symbols = new("--symbols") { Description = "A folder with DLLs and PDBs of the target; may be given again.", HelpName = "DIR" };
    private readonly Option<string?> _dac = new("--dac") { Description = "The libmscordaccore.so to read the target with, when its own is not trusted or missing.", HelpName = "PATH" };
    private readonly Option<bool> _trustDac = new("--trust-dac") { Description = "Load the target's own data access library although others could have written it. It runs as you." };
    private readonly Option<string> _via = new("--via")
    {
        Description = "How to look at a process: live, or through a heap dump that it writes itself and that is deleted at once; auto takes the dump when attaching is refused.",
        HelpName = "auto|live|dump",
        DefaultValueFactory = _ => "auto",
    };
    private readonly Option<double> _timeout = new("--timeout") { Description = "Give up after this many seconds and show what was seen.", HelpName = "SECONDS", DefaultValueFactory = _ => DefaultTimeout };
    private readonly Option<string?> _maxPause = new("--max-pause") { Description = "Let the process go after standing still for this long, and show what was seen: 50ms, 0.5s.", HelpName = "TIME" };
    private readonly Option<bool> _values = new("--values") { Description = "Show values too: parameters and locals of suspended methods, results of finished tasks. They may be confidential." };

    private readonly Option<string?> _sourceRoot = new("--source-root") { Description = "The folder that holds the sources: paths below it are shown relative to it (repoPath), and /_/ paths of deterministic builds are read there. GITHUB_WORKSPACE when left out.", HelpName = "DIR" };
    private readonly Option<bool> _context = new("--context") { Description = "Show what flows with a task: its Activity and its AsyncLocals. Their values may be confidential." };

    private readonly Option<bool> _deep = new("--deep") { Description = "Follow the whole heap of a dump, to tell what nothing can complete any more: some seconds for each gigabyte." };

    /// <summary>Gets whether the command can use what a look at the whole heap tells.</summary>
    public bool GoesDeep { get; init; }

    /// <summary>Gets whether the command can show what flows with a task.</summary>
    public bool ShowsContext { get; init; }

    /// <summary>Gets whether the command only examines a target: it takes the options that say which, and which debugging library.</summary>
    public bool IsForChecksAlone { get; init; }

    /// <summary>Gets whether the command says in its own way what to look at.</summary>
    public bool IsWithoutTarget { get; init; }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        // The help of every command would show the root's own target a second time; the root's help shows it all the same.
        _target.Hidden = command is RootCommand;
        _target.Validators.Add(ArgumentRules.IsNotEmptyAndNoOption);
        _processId.Validators.Add(ProcessIdIsPositive);
        _symbols.Validators.Add(FoldersExist);
        _dac.Validators.Add(FileExists);
        _timeout.Validators.Add(TimeoutIsSane);
        _sourceRoot.Validators.Add(RootExists);
        _via.Validators.Add(WayIsKnown);
        _maxPause.Validators.Add(PauseIsSane);
        command.Validators.Add(OneTargetAtMost);
        if (!IsWithoutTarget)
            command.Arguments.Add(_target);
        Option[] target = IsWithoutTarget ? [] : [_processId, _name];
        Option[] look = IsForChecksAlone ? [_dac, _trustDac] : [_symbols, _dac, _trustDac, _via, _timeout, _maxPause, _sourceRoot];
        foreach (var option in target.Concat(look))
            command.Options.Add(option);
        if (!IsForChecksAlone && !IsWithoutTarget)
            command.Options.Add(_values);
        if (ShowsContext)
            command.Options.Add(_context);
        if (GoesDeep)
            command.Options.Add(_deep);
    }

    /// <summary>Reads what was typed; <paramref name="pattern"/> is what the look is for, when it is for something.</summary>
    public LookSettings Read(ParseResult result, string? pattern) => new(
        Target(result),
        new LookOptions
        {
            Pattern = pattern,
            Values = !IsWithoutTarget && result.GetValue(_values),
            Context = ShowsContext && result.GetValue(_context),
            Deep = GoesDeep && result.GetValue(_deep),
            SymbolFolders = result.GetValue(_symbols) ?? [],
            DacPath = result.GetValue(_dac),
            TrustDac = result.GetValue(_trustDac),
            Via = result.GetValue(_via) switch { "live" => LookVia.Live, "dump" => LookVia.Dump, _ => LookVia.Auto },
            Timeout = TimeSpan.FromSeconds(result.GetValue(_timeout)),
            MaxPause = result.GetValue(_maxPause) is { } time ? TimeWord.TryParse(time) : null,
        },
        result.GetValue<bool>("--verbose"))
    {
        SourceRoot = IsForChecksAlone ? null : result.GetValue(_sourceRoot) ?? (Environment.GetEnvironmentVariable("GITHUB_WORKSPACE") is { Length: > 0 } workspace && Directory.Exists(workspace) ? workspace : null),
    };

    /// <summary>Tells whether the target was named by a word alone, without an option.</summary>
    public bool IsArgument(ParseResult result) => result.GetValue(_target) is not null;

    private TargetSpec Target(ParseResult result)
    {
        if (IsWithoutTarget)
            return TargetSpec.OnlyProcess;
        if (result.GetValue(_processId) is { } pid)
            return TargetSpec.ForProcess(pid);
        if (result.GetValue(_name) is { } name)
            return TargetSpec.ForName(name);
        return result.GetValue(_target) is { Length: > 0 } target ? TargetSpec.Parse(target) : TargetSpec.OnlyProcess;
    }

    private void OneTargetAtMost(CommandResult command)
    {
        if (command.Parent is CommandResult parent && parent.Tokens is [var stray, ..])
            command.AddError($"'{stray.Value}' stands before the command: write the target after it.");
        var hasTarget = command.GetResult(_target) is { Tokens.Count: > 0 };
        var hasId = command.GetResult(_processId) is not null;
        var hasName = command.GetResult(_name) is not null;
        if (hasId && hasName)
            command.AddError("Only one of the --name or --process-id options may be specified.");
        else if (hasTarget && (hasId || hasName))
            command.AddError("Name the target once: as an argument, with --process-id or with --name.");
    }

    private static void ProcessIdIsPositive(OptionResult option)
    {
        if (option.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && pid > 0))
            option.AddError($"{token.Value} is not a valid process ID.");
    }

    private static void FoldersExist(OptionResult option)
    {
        foreach (var token in option.Tokens.Where(t => !Directory.Exists(t.Value)))
            option.AddError($"There is no folder '{token.Value}' (--symbols).");
    }

    private static void RootExists(OptionResult option)
    {
        if (option.Tokens is [var token] && !Directory.Exists(token.Value))
            option.AddError($"There is no folder '{token.Value}' (--source-root).");
    }

    private static void FileExists(OptionResult option)
    {
        if (option.Tokens is [var token] && !File.Exists(token.Value))
            option.AddError($"There is no file '{token.Value}' (--dac).");
    }

    private static void WayIsKnown(OptionResult option)
    {
        if (option.Tokens is [{ Value: not ("auto" or "live" or "dump") } token])
            option.AddError($"There is no way '{token.Value}': --via takes auto, live or dump.");
    }

    private static void PauseIsSane(OptionResult option)
    {
        if (option.Tokens is [var token] && TimeWord.TryParse(token.Value) is null)
            option.AddError($"'{token.Value}' is not a time with its unit, such as 50ms or 0.5s (--max-pause).");
    }

    private static void TimeoutIsSane(OptionResult option)
    {
        if (option.Tokens is [var token] && !(double.TryParse(token.Value, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestTimeout))
            option.AddError($"'{token.Value}' is not a number of seconds from 0.001 to {LongestTimeout:0} (--timeout).");
    }
}
