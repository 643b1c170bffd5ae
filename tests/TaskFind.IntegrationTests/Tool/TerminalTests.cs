using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>What a person sees on a terminal: it fits, and colour is only where it is wanted.</summary>
public sealed class TerminalTests : IDisposable
{
    private readonly TargetProcess _hello = TargetProcess.Start("Hello", Runtimes.Net10);

    public TerminalTests() => _hello.ReadUntil("ready");

    private string Pid => _hello.Pid.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => _hello.Dispose();

    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public void A_table_fits(int width)
    {
        (int exitCode, string screen) = Pty.Run(width, [.. ToolRun.Command, "list", Pid, "--promises", "--framework"], Plain);

        Assert.Equal(0, exitCode);
        Assert.All(screen.Split('\n').TakeWhile(line => !line.StartsWith("3 tasks", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, width));
        Assert.Contains("TaskCoro", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_line_wraps_between_its_fields()
    {
        (_, string screen) = Pty.Run(60, [.. ToolRun.Command, "find", "TaskCoro", Pid], Plain);

        Assert.Contains("\n  coro=<Program.TaskCoro() ", screen, StringComparison.Ordinal);
        Assert.Contains("\n  wait_for=<TaskCompletionSource", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_wraps_at_its_blanks()
    {
        (_, string screen) = Pty.Run(40, [.. ToolRun.Command, "find", "TaskCoro", Pid, "--stack"], Plain);

        Assert.All(screen.Split('\n').TakeWhile(line => !line.StartsWith("3 tasks", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 40));
        Assert.Contains("   at Program.TaskCoro() in\n", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void No_colour_means_no_colour()
    {
        (_, string screen) = Pty.Run(80, [.. ToolRun.Command, "list", Pid], Plain);
        (int exitCode, string trouble) = Pty.Run(80, [.. ToolRun.Command, "list", "no-such-program-anywhere"], Plain);

        // A slow look shows its progress, which is erased by a sequence that is no colour.
        Assert.DoesNotContain('\e', screen.Replace("\e[K", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\e', trouble);
        Assert.Equal(3, exitCode);
    }

    [Fact]
    public void Colour_is_there_where_it_is_allowed()
    {
        (_, string trouble) = Pty.Run(80, [.. ToolRun.Command, "list", "no-such-program-anywhere"], Pty.Coloured);

        Assert.Contains("\e[31m[ERROR]\e[0m", trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dumb_terminal_gets_text_alone()
    {
        (_, string screen) = Pty.Run(80, [.. ToolRun.Command, "list", Pid], new Dictionary<string, string?> { ["NO_COLOR"] = null, ["TERM"] = "dumb" });

        Assert.DoesNotContain('\e', screen);
    }

    private static Dictionary<string, string?> Plain => new() { ["NO_COLOR"] = "1", ["TERM"] = "xterm" };
}
