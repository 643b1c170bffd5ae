using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>A running target program that is a grandchild of the test, and that ends with it in every case.</summary>
/// <remarks>
/// The test is not the parent, as nobody who looks from outside is; a looker that is has tests of its own (<see cref="ChildTarget"/>). A shell is
/// between, which reaps the target, and kills it when the shell's stdin ends: on Dispose, and also when the test runner is killed. The target's own stdin is
/// a fifo, whose name is gone as soon as the target runs, and whose end tells the target to end by itself.
/// </remarks>
internal sealed partial class TargetProcess : IDisposable
{
    private const string Script = """
        trap : HUP INT TERM
        sh -c 'echo $$; exec "$@"' target "$@" < "$TARGET_INPUT" &
        target=$!
        exec >&- 2>&-
        read -r line
        kill -9 $target 2>/dev/null
        wait $target
        """;

    private const int PrivateMode = 0x180; // 0600
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _shell;
    private readonly StreamWriter _input;
    private readonly TargetOutput _output;
    private readonly TargetOutput _errors;
    private bool _disposed;

    private TargetProcess(Process shell, StreamWriter input)
    {
        (_shell, _input) = (shell, input);
        _output = new TargetOutput(shell.StandardOutput);
        _errors = new TargetOutput(shell.StandardError);
    }

    /// <summary>The target's process id, which stays its own until Dispose even when the target ends.</summary>
    public int Pid { get; private set; }

    /// <summary>True when the target no longer runs.</summary>
    public bool HasEnded => ProcFiles.State(Pid) is null or 'Z' or 'X';

    /// <summary>Starts a program of tests/targets, which is not necessarily "ready" when this returns.</summary>
    public static TargetProcess Start(string name, string framework, params string[] arguments) =>
        Start(new TargetProgram(name, framework), arguments);

    /// <summary>Starts a program with arguments and variables added to the environment of the tests.</summary>
    public static TargetProcess Start(
        TargetProgram program, IReadOnlyList<string>? arguments = null, IReadOnlyDictionary<string, string>? environment = null) =>
        Start(
            [.. program.Command, .. arguments ?? []],
            new Dictionary<string, string>([.. program.Variables, .. environment ?? new Dictionary<string, string>()]));

    /// <summary>Starts any command, by the absolute path of its executable.</summary>
    public static TargetProcess Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("taskfind-tests-");
        try
        {
            string fifo = Path.Combine(folder.FullName, "stdin");
            if (MakeFifo(fifo, PrivateMode) != 0)
            {
                throw new IOException($"mkfifo failed with errno {Marshal.GetLastPInvokeError()}");
            }

            // Opened for both directions, because a fifo with one end only would block its opener until the target is there.
            var input = new StreamWriter(new FileStream(fifo, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) { AutoFlush = true };
            var target = new TargetProcess(StartShell(command, fifo, environment), input);
            try
            {
                target.Pid = int.Parse(target.ReadLine(), CultureInfo.InvariantCulture);
                return target;
            }
            catch
            {
                target.Dispose();
                throw;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads lines up to the one that is exactly <paramref name="last"/>, and returns those before it.</summary>
    public IReadOnlyList<string> ReadUntil(string last = "ready", TimeSpan? patience = null)
    {
        DateTime deadline = DateTime.UtcNow + (patience ?? s_patience);
        var lines = new List<string>();
        while (ReadLine(deadline - DateTime.UtcNow) is var line && line != last)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Reads the next line of the target's stdout.</summary>
    public string ReadLine(TimeSpan? patience = null)
    {
        if (_output.Take(patience ?? s_patience, out bool ended) is { } line)
        {
            return line;
        }

        // The two streams of a target that ended are read by two pumps: what it said last may still be on its way.
        string what = ended && _errors.WaitForEnd(s_patience) ? "ended" : "went on in silence";
        throw new InvalidOperationException($"the target {what} where a line was expected; its stderr: {_errors.Seen}");
    }

    /// <summary>Writes one line to the target's stdin.</summary>
    public void Send(string line) => _input.WriteLine(line);

    /// <summary>Closes the target's stdin, at whose end every target ends by itself.</summary>
    public void CloseInput() => _input.Dispose();

    /// <summary>Waits until the target ends by itself, and returns its exit code (128 + n after signal n).</summary>
    public int WaitForExit(TimeSpan? patience = null)
    {
        if (!_output.WaitForEnd(patience ?? s_patience))
        {
            throw new TimeoutException("the target goes on running");
        }

        EndShell();
        return _shell.ExitCode;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        EndShell();
        _input.Dispose();
        _shell.Dispose();
    }

    private static Process StartShell(IReadOnlyList<string> command, string fifo, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        start.Environment["TARGET_INPUT"] = fifo;
        return Process.Start(start)!;
    }

    private void EndShell()
    {
        _shell.StandardInput.Close();
        if (!_shell.WaitForExit(s_patience))
        {
            // Only a target in uninterruptible sleep gets here; without its shell it is init's to reap.
            _shell.Kill();
        }
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeFifo(string path, uint mode);
}
