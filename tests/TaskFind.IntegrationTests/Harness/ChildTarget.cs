using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>The Hello program as a child of the test process itself, which ends at the end of its input, and so with the test in every case.</summary>
internal sealed partial class ChildTarget : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly TargetOutput _output;
    private bool _disposed;

    private ChildTarget(Process process)
    {
        Process = process;
        _output = new TargetOutput(process.StandardOutput);
    }

    /// <summary>What .NET knows of the child.</summary>
    public Process Process { get; }

    /// <summary>The child's process id.</summary>
    public int Pid => Process.Id;

    /// <summary>Starts the program and waits until its task stands at its await.</summary>
    public static ChildTarget Start()
    {
        IReadOnlyList<string> command = new TargetProgram("Hello", Runtimes.Net10).Command;
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var target = new ChildTarget(Process.Start(start)!);
        try
        {
            Assert.Equal("Task is running", target.ReadLine());
            Assert.Equal("ready", target.ReadLine());
            return target;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next line of the child's stdout.</summary>
    public string? ReadLine() => _output.Take(s_patience, out _);

    /// <summary>Writes one line to the child's stdin.</summary>
    public void Send(string line) => Process.StandardInput.WriteLine(line);

    /// <summary>Sends a signal to the child.</summary>
    public void Signal(int signal) => Assert.Equal(0, Kill(Pid, signal));

    /// <summary>Waits for the end as any parent does, and returns the exit code (128 + n after signal n).</summary>
    public int WaitForExit()
    {
        Assert.True(_output.WaitForEnd(s_patience), "the child goes on running");
        Assert.True(Process.WaitForExit(s_patience), "nobody told of the child's end");
        return Process.ExitCode;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            Process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is dead already.
        }

        if (!Process.WaitForExit(s_patience))
        {
            Process.Kill();
        }

        Process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
