using System.Diagnostics;
using System.Globalization;
using TaskFind.Tool.Looking;

namespace TaskFind.Tool.Demo;

/// <summary>The second process of the demo, which ends with this one whatever happens.</summary>
internal sealed class DemoProcess : IDisposable
{
    /// <summary>What it says when its task has begun.</summary>
    public const string Running = "Task is running";

    /// <summary>What it says when its task has ended.</summary>
    public const string Done = "Task is done";

    /// <summary>What it says, with its process id, when its task stands at the await.</summary>
    public const string Ready = "ready ";

    /// <summary>How long it may take to start, or to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string Shell = "/bin/sh";

    // Not our own child: .NET waits for its children, and would take the stops of a traced one for itself (see docs/decisions/0003).
    // The program reads our end of the pipe to the end, so that it ends when we do, even by SIGKILL; its exit code comes back through 'wait'.
    // An empty container has no shell: there it is our child, and the stop copes with that.
    private const string Script = "exec 3<&0; \"$@\" <&3 3<&- & exec 3<&-; wait $!";

    private readonly Process _process;
    private readonly TimeSpan _delay;

    private DemoProcess(Process process, TimeSpan delay) => (_process, _delay) = (process, delay);

    /// <summary>The id of the process that runs the task, known once it is ready.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Starts the program; its task waits for this long.</summary>
    public static DemoProcess Start(TimeSpan delay)
    {
        var command = DemoMode.Command(delay);
        if (!OperatingSystem.IsWindows() && File.Exists(Shell))
            command = [Shell, "-c", Script, "sh", .. command];
        var start = new ProcessStartInfo(command.First(), command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // A program that is killed would leave its diagnostics socket behind; to be looked at, it needs none.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new DemoProcess(Process.Start(start) ?? throw new InvalidOperationException("The demo's program did not start."), delay);
    }

    /// <summary>Waits until the task stands at its await.</summary>
    public void WaitUntilReady()
    {
        Expect(Running, Patience);
        var line = ReadLine(Patience);
        if (!line.StartsWith(Ready, StringComparison.Ordinal))
            throw Unexpected(line);
        ProcessId = int.Parse(line.AsSpan(Ready.Length), CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until the task says that it is done, and then until the program has ended without an error.</summary>
    public void WaitUntilDone()
    {
        Expect(Done, _delay + Patience);
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Patience))
            throw new InvalidOperationException("The demo's program did not end.");
        if (_process.ExitCode != 0)
            throw new InvalidOperationException($"The demo's program ended with exit code {_process.ExitCode}.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Expect(string wanted, TimeSpan patience)
    {
        if (ReadLine(patience) is var line && line != wanted)
            throw Unexpected(line);
    }

    private string ReadLine(TimeSpan patience) =>
        _process.StandardOutput.ReadLineAsync().WaitAsync(patience, Interruption.Token).GetAwaiter().GetResult()
        ?? throw new InvalidOperationException("The demo's program ended too early.");

    private static InvalidOperationException Unexpected(string line) => new($"The demo's program said '{line}'.");
}
