using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>A wrong command line is exit code 2 and one sentence, and nothing is looked at.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("Required argument 'what' missing", "find")]
    [InlineData("<what> must not be empty", "find", "")]
    [InlineData("<target> must not be empty", "find", "A", "")]
    [InlineData("There is no option '-x' here", "find", "A", "-x")]
    [InlineData("There is no option '--bogus' here", "--bogus")]
    [InlineData("Unrecognized command or argument '2'", "find", "A", "1", "2")]
    [InlineData("Unrecognized command or argument 'A'", "fnid", "A")]
    [InlineData("There is neither a command nor a .NET process with the name 'fnid'", "fnid")]
    [InlineData("Unrecognized command or argument '3'", "demo", "3")]
    [InlineData("Only one of the --name or --process-id options may be specified", "find", "A", "-p", "1", "-n", "x")]
    [InlineData("Name the target once", "find", "A", "1", "-p", "1")]
    [InlineData("stands before the command", "1", "find", "A")]
    [InlineData("abc is not a valid process ID", "list", "-p", "abc")]
    [InlineData("0 is not a valid process ID", "list", "-p", "0")]
    [InlineData("Required argument missing for option: '-p'", "list", "-p")]
    [InlineData("There is no format 'xml'", "list", "--format", "xml")]
    [InlineData("'0' is not a number from 1", "list", "--limit", "0")]
    [InlineData("'x' is not a number from 1", "list", "--limit", "x")]
    [InlineData("'0' is not a number of seconds", "list", "--timeout", "0")]
    [InlineData("There is no folder '/no/such'", "list", "--symbols", "/no/such")]
    [InlineData("There is no file '/no/such'", "list", "--dac", "/no/such")]
    [InlineData("There is no folder for '/no/such/file'", "list", "-o", "/no/such/file")]
    [InlineData("'/' is a folder", "list", "-o", "/")]
    [InlineData("does not name a method", "find", "Run(int")]
    [InlineData("is not an address", "find", "0xyz")]
    [InlineData("is not a place", "find", "Program.cs:0")]
    [InlineData("is not a Task.Id", "find", "Task-x")]
    [InlineData("'sleeping' is no state", "list", "--state", "sleeping")]
    [InlineData("does not name a method", "list", "--method", " ")]
    public void Wrong_command_line(string sentence, params string[] arguments)
    {
        ToolRun run = ToolRun.Of(arguments);

        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Empty(run.Output);
        Assert.StartsWith("[ERROR] ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.Contains("--help' to see", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("find")]
    [InlineData("list")]
    [InlineData("capture")]
    [InlineData("diff")]
    [InlineData("ps")]
    [InlineData("demo")]
    public void Help_shows_an_example_and_the_exit_codes(params string[] command)
    {
        ToolRun run = ToolRun.Of([.. command, "--help"]);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Empty(run.Errors);
        Assert.Contains("Examples:\n  dotnet-taskfind " + string.Join(' ', command), run.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:\n  0 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("  130 ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dotnet-taskfind [<target>] [command] [options]")]
    [InlineData("dotnet-taskfind find <what> [<target>] [options]", "find")]
    [InlineData("dotnet-taskfind list [<target>] [options]", "list")]
    [InlineData("dotnet-taskfind capture [<target>] [options]", "capture")]
    public void Help_shows_where_the_target_goes(string usage, params string[] command)
    {
        ToolRun run = ToolRun.Of([.. command, "--help"]);

        Assert.Contains($"Usage:\n  {usage}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  <target> ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_is_one_number()
    {
        ToolRun run = ToolRun.Of("--version");

        Assert.Matches(@"^\d+\.\d+\.\d+\n$", run.Output);
        Assert.Equal(0, run.ExitCode);
    }
}
