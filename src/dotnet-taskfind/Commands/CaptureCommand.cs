using System.CommandLine;
using System.Globalization;
using TaskFind.Captures;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>Saves what one look sees.</summary>
internal sealed class CaptureCommand : ToolCommand
{
    private readonly LookOptionSet _look = new() { ShowsContext = true, GoesDeep = true };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The file to write (yours alone, and only when it is whole).", HelpName = "FILE", Required = true };

    /// <summary>Creates the command.</summary>
    public CaptureCommand()
        : base("capture", "Save all tasks into a small file, which every command takes where it takes a dump. No values, unless --values or --context asks for them.", """
            dotnet-taskfind capture 4711 -o shop.tfcap
            dotnet-taskfind check shop.tfcap
            dotnet-taskfind diff before.tfcap after.tfcap
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
        using var body = new MemoryStream();
        TaskCapture.Save(graph, body);
        Answer.Write(file, answer => answer.WriteBytes(body));
        Notes.Line(string.Create(CultureInfo.InvariantCulture, $"Saved {graph.Count:N0} tasks in {body.Length:N0} bytes."));
        LookNotes.Write(graph, settings.Verbose);
        return Outcome.Of(graph.Coverage, found: true);
    }
}
