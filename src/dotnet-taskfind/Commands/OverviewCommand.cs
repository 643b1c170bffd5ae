using System.CommandLine;
using System.CommandLine.Help;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;

namespace TaskFind.Tool.Commands;

/// <summary>The command without a name: one target, its tasks on one screen, and what to type next.</summary>
internal static class OverviewCommand
{
    private const string Examples = """
        dotnet-taskfind demo
        dotnet-taskfind 4711
        dotnet-taskfind find OrderService.ReserveAsync 4711
        """;

    /// <summary>Creates the root of all commands.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Finds the Task that runs a method in a live .NET process or a core dump: how it stands, at which line it waits, and for what.\n"
            + "  A target alone (dotnet-taskfind 4711) prints its tasks on one screen.");
        var look = new LookOptionSet();
        look.AddTo(root);
        root.Options.Add(CommonOptions.Verbose());
        root.Subcommands.Add(new FindCommand());
        root.Subcommands.Add(new ListCommand());
        root.Subcommands.Add(new PsCommand());
        root.Subcommands.Add(new DemoCommand());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, Examples);
        root.SetAction(result => Run(look.Read(result, pattern: null)));
        return root;
    }

    private static int Run(LookSettings settings)
    {
        var graph = Looker.Look(settings);
        return ExitCode.Found;
    }
}
