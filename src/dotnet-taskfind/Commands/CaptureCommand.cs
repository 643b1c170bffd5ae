using System.CommandLine;
using System.Globalization;
using TaskFind.Model;
using TaskFind.Rendering;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>Saves what a look has found as a small file, which every command takes where it takes a dump.</summary>
internal sealed class CaptureCommand : ToolCommand
{
    private readonly LookOptionSet _look = new() { ShowsContext = true };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The file to write (yours alone, and only when it is whole).", HelpName = "FILE", Required = true };

    /// <summary>Creates the command.</summary>
    public CaptureCommand()
        : base("capture", "Save all tasks of a target, without its memory, as a small file; every command takes it where it takes a dump.", """
            dotnet-taskfind capture 4711 -o shop.cap
            dotnet-taskfind capture core.4711 -o shop.cap
            dotnet-taskfind find OrderService.ReserveAsync shop.cap
            """)
    {
        _look.AddTo(this);
        _output.Validators.Add(OutputOptionSet.FolderExists);
        Options.Add(_output);
        SetAction(result => Run(_look.Read(result, pattern: null), result.GetRequiredValue(_output)));
    }

    private static int Run(LookSettings settings, string file)
    {
        var graph = Looker.Look(settings);
        var bytes = Save(graph, file);
        LookNotes.Write(graph, settings.Verbose);
        Notes.Line(string.Create(CultureInfo.InvariantCulture, $"Saved in {bytes:N0} bytes: '{Escaping.Text(file)}'. {What(settings.Look)}"));
        return Outcome.Of(graph.Coverage, found: true);
    }

    private static long Save(TaskGraph graph, string file)
    {
        var bytes = 0L;
        try
        {
            Answer.Write(file, answer => bytes = answer.WriteBytes(stream => TaskCapture.Save(graph, stream)));
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException(e.Message, "Take a dump instead: 'dotnet-dump collect --type Heap -p PID'.");
        }

        return bytes;
    }

    // It says what somebody has to know who gives the file to others.
    private static string What(LookOptions look) => look switch
    {
        { Values: true, Context: true } => "It holds names, results, variables, AsyncLocals, messages of exceptions and paths.",
        { Values: true } => "It holds names, results, variables, messages of exceptions and paths, and no AsyncLocals.",
        { Context: true } => "It holds names, AsyncLocals, messages of exceptions and paths, and neither results nor variables.",
        _ => "It holds names, messages of exceptions and paths, and no values: neither results nor variables nor AsyncLocals.",
    };
}
