using System.CommandLine;
using System.CommandLine.Help;
using TaskFind.Model;
using TaskFind.Queries.Groups;
using TaskFind.Targets;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>The command without a name: one target, what it waits for on one screen, and what to type next.</summary>
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
        var root = new RootCommand("Finds the Task that runs a method in a live .NET process or a core dump: how it stands, at which line it waits, and for what. "
            + "A target without a command prints on one screen what it waits for.");
        var look = new LookOptionSet();
        look.AddTo(root);
        root.Options.Add(CommonOptions.Verbose());
        root.Options.Add(CommonOptions.Isolate());
        root.Subcommands.Add(new FindCommand());
        root.Subcommands.Add(new ListCommand());
        root.Subcommands.Add(new TreeCommand());
        root.Subcommands.Add(new CheckCommand());
        root.Subcommands.Add(new CaptureCommand());
        root.Subcommands.Add(new DiffCommand());
        root.Subcommands.Add(new PsCommand());
        root.Subcommands.Add(new DoctorCommand());
        root.Subcommands.Add(new DemoCommand());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, Examples);
        root.SetAction(result => Run(look.Read(result, pattern: null), look.IsArgument(result)));
        return root;
    }

    private static int Run(LookSettings settings, bool isArgument)
    {
        var graph = Look(settings, isArgument);
        var overview = Overview.Of(graph);
        Answer.Write(null, answer => new OverviewPrinter(answer, graph, settings.Target).Write(overview));
        LookNotes.Write(graph, settings.Verbose);
        return Outcome.Of(graph.Coverage, overview.Pending > 0);
    }

    private static TaskGraph Look(LookSettings settings, bool isArgument)
    {
        try
        {
            return Looker.Look(settings);
        }
        catch (TargetException e) when (isArgument && e.Kind == TargetTrouble.NoSuchName)
        {
            // A word alone is as likely a command that was typed wrong.
            throw new UsageException(
                $"There is neither a command nor a .NET process with the name '{settings.Target.Name}'.",
                "Type 'dotnet-taskfind --help' to see the commands, 'dotnet-taskfind ps' to see the processes.");
        }
    }
}
