using System.Diagnostics;
using System.Text;
using TaskFind.IntegrationTests.Harness;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>One run of the tool, or of any other command, from its start to its exit code.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(8);

    /// <summary>The lines of stdout.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The command line that starts the tool.</summary>
    public static IReadOnlyList<string> Command { get; } = [Runtimes.Dotnet(Runtimes.Net10), ToolBuild.Assembly];

    /// <summary>Runs the tool.</summary>
    public static ToolRun Of(params string[] arguments) => OfCommand([.. Command, .. arguments]);

    /// <summary>Runs a command, in a folder and with variables if they are given; a null takes a variable away.</summary>
    public static ToolRun OfCommand(IReadOnlyList<string> command, string? folder = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var process = Start(command, folder, environment);
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', command)}' goes on running");
        }

        return new ToolRun(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Starts a command with all its streams held by the test.</summary>
    public static Process Start(IReadOnlyList<string> command, string? folder = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? "",
        };
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Gives everything, for the message of a test that fails.</summary>
    public override string ToString() => $"exit code {ExitCode}\nstdout:\n{Output}\nstderr:\n{Errors}";
}
