using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Xunit;

namespace TaskFind.IntegrationTests.Targets;

/// <summary>A program that is not this process's child, ends with it, and can be killed and counted.</summary>
/// <remarks>A shell stands between, because .NET's child handling would eat the stop events of a traced child.</remarks>
internal sealed partial class Started : IDisposable
{
    private const string Script = "\"$@\" & echo \"pid $!\"; exec >&-; read x; kill -9 $! 2>/dev/null; wait";

    private readonly Process _shell;
    private TcpClient? _control;
    private StreamReader? _answers;
    private string _seen = "";

    private Started(Process shell) => _shell = shell;

    public int Pid { get; private set; }

    /// <summary>Starts the Busy program in a mode and waits until it is ready.</summary>
    public static Started Busy(params string[] mode) => BusyAt(Programs.Dotnet, Programs.Busy, mode);

    /// <summary>Starts a copy of the Busy program, or a dotnet root of its own, and waits until it is ready.</summary>
    public static Started BusyAt(string dotnet, string dll, params string[] mode) => Ready(Command([dotnet, dll, .. mode]));

    /// <summary>Starts the Busy program with a thread that waits in vfork.</summary>
    /// <remarks>Its child is a copy that shares the runtime's writable-or-executable memory and would spoil it, so that is off.</remarks>
    public static Started BusyInVfork() => Ready(Command(["/usr/bin/env", "DOTNET_EnableWriteXorExecute=0", Programs.Dotnet, Programs.Busy, "vfork"]));

    /// <summary>Starts the program that looks at a target in a process of its own, which a SIGINT ends although a shell started it.</summary>
    public static Started Holder(params string[] arguments) => Command(["/usr/bin/env", "--default-signal=INT", Programs.Dotnet, Programs.StopHolder, .. arguments]);

    /// <summary>Starts it under a shell that says its exit code in a last line.</summary>
    public static Started HolderToTheEnd(string[] prefix, string[] arguments) =>
        Command(["/bin/sh", "-c", "\"$@\"; echo \"exit $?\"", "holder", .. prefix, Programs.Dotnet, Programs.StopHolder, .. arguments]);

    /// <summary>Starts any command.</summary>
    public static Started Command(params string[] command)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])["-c", Script, "target", .. command])
        {
            start.ArgumentList.Add(argument);
        }

        var target = new Started(Process.Start(start)!);
        target.Pid = int.Parse(target.LineStarting("pid ")[4..], CultureInfo.InvariantCulture);
        return target;
    }

    /// <summary>Reads the program's output up to a line that starts as asked for.</summary>
    public string LineStarting(string start)
    {
        while (_shell.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return line;
            }

            _seen += line + "\n";
        }

        throw new InvalidOperationException($"The program ended without a line '{start}…'; it said: {_seen}");
    }

    /// <summary>Gives the rest of the program's output, when it has ended by itself.</summary>
    public string Rest() => _shell.StandardOutput.ReadToEnd();

    /// <summary>Asks the Busy program for its counts.</summary>
    public Dictionary<string, long> Counts()
    {
        _control!.GetStream().Write("report\n"u8);
        return _answers!.ReadLine()!.Split(' ').Select(part => part.Split('='))
            .ToDictionary(part => part[0], part => long.Parse(part[1], CultureInfo.InvariantCulture));
    }

    public void Signal(int signal) => Assert.Equal(0, Kill(Pid, signal));

    public void Dispose()
    {
        AskToQuit();
        _control?.Dispose();
        _shell.StandardInput.Close();
        _shell.WaitForExit();
        _shell.Dispose();
    }

    private static Started Ready(Started target)
    {
        string[] ready = target.LineStarting("ready ").Split(' ');
        target.Connect(int.Parse(ready[1], CultureInfo.InvariantCulture));
        return target;
    }

    // A program that is killed leaves its diagnostics port in the temporary folder.
    private void AskToQuit()
    {
        try
        {
            _control?.GetStream().Write("quit\n"u8);
            _answers?.ReadToEnd();
        }
        catch (IOException)
        {
            // It is dead already, or stands still.
        }
    }

    private void Connect(int port)
    {
        _control = new TcpClient { ReceiveTimeout = 10_000 };
        _control.Connect(IPAddress.Loopback, port);
        _answers = new StreamReader(_control.GetStream());
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
