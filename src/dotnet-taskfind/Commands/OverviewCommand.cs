using System.CommandLine;
using System.CommandLine.Help;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Rendering;
using TaskFind.Targets;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>The command without a name: one target, its tasks on one screen, and what to type next.</summary>
internal static class OverviewCommand
{
    private const int MostLines = 40;

    /// <summary>The empty line, the count and what to type next.</summary>
    private const int NextLines = 3;

    private const string Examples = """
        dotnet-taskfind demo
        dotnet-taskfind 4711
        dotnet-taskfind find OrderService.ReserveAsync 4711
        """;

    /// <summary>Creates the root of all commands.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Finds the Task that runs a method in a live .NET process or a core dump: how it stands, at which line it waits, and for what. "
            + "A target without a command prints its tasks on one screen.");
        var look = new LookOptionSet();
        look.AddTo(root);
        root.Options.Add(CommonOptions.Verbose());
        root.Subcommands.Add(new FindCommand());
        root.Subcommands.Add(new ListCommand());
        root.Subcommands.Add(new TreeCommand());
        root.Subcommands.Add(new PsCommand());
        root.Subcommands.Add(new DemoCommand());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, Examples);
        root.SetAction(result => Run(look.Read(result, pattern: null), look.IsArgument(result)));
        return root;
    }

    private static int Run(LookSettings settings, bool isArgument)
    {
        var graph = Look(settings, isArgument);
        var listing = new TaskFilter().Apply(graph);
        if (listing.Tasks.Count > 0)
            Answer.Write(null, answer => Print(answer, graph, listing.Tasks, settings.Target));
        ListNotes.Write(listing, listing.Tasks.Count);
        LookNotes.Write(graph, settings.Verbose);
        return Outcome.Of(graph.Coverage, listing.Tasks.Count > 0);
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

    private static void Print(Answer answer, TaskGraph graph, IReadOnlyList<TaskNode> tasks, TargetSpec target)
    {
        // A row is at least a line: more rows than lines need not be laid out.
        var lines = TaskTable.Lines(answer, graph, [.. tasks.Take(MostLines)], full: false).ToList();
        foreach (var line in lines.Take(MostLines - NextLines))
            answer.Writer.WriteLine(line);
        var name = target == TargetSpec.OnlyProcess ? "" : " " + Escaping.Text(target.ToString());
        answer.Writer.WriteLine();
        if (tasks.Count > MostLines - NextLines - 1 || lines.Count > MostLines - NextLines)
            answer.Writer.WriteLine($"{tasks.Count} tasks in all: dotnet-taskfind list{name}");
        answer.Writer.WriteLine($"Next: dotnet-taskfind find {Example(tasks)}{name}");
    }

    // Quoted, because a shell reads the brackets of generic, local and top-level methods in its own way.
    private static string Example(IReadOnlyList<TaskNode> tasks) =>
        tasks.Select(t => t.Method?.DisplayName).OfType<string>().FirstOrDefault(PlainText.IsPlain) is { } name
            ? name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_') ? name : $"'{name}'"
            : "METHOD";
}
