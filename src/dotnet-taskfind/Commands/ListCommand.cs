using System.CommandLine;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;

namespace TaskFind.Tool.Commands;

/// <summary>All tasks of a target as a table.</summary>
internal sealed class ListCommand : ToolCommand
{
    private readonly LookOptionSet _look = new();
    private readonly OutputOptionSet _output = new();
    private readonly Option<string?> _state = new("--state") { Description = "Only tasks in this state: pending, cancelling, finished, cancelled, or a TaskStatus such as Faulted.", HelpName = "STATE" };
    private readonly Option<string?> _method = new("--method") { Description = "Only tasks of methods that match this pattern.", HelpName = "PATTERN" };
    private readonly Option<bool> _framework = new("--framework") { Description = "The framework's own tasks too." };
    private readonly Option<bool> _promises = new("--promises") { Description = "Tasks without a method too: Task.Delay, TaskCompletionSource, WhenAll." };

    /// <summary>Creates the command.</summary>
    public ListCommand()
        : base("list", "List all tasks that are not done.", """
            dotnet-taskfind list 4711
            dotnet-taskfind list -n Shop --method 'OrderService.*' --state pending
            """)
    {
        _look.AddTo(this);
        _output.AddTo(this);
        foreach (var option in new Option[] { _state, _method, _framework, _promises })
            Options.Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult result)
    {
        var settings = _look.Read(result, result.GetValue(_method));
        var graph = Looker.Look(settings);
        return ExitCode.Found;
    }
}
