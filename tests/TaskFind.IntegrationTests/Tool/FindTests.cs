using System.Runtime.Versioning;
using System.Text.Json;
using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>The command <c>find</c>, on a process of its own.</summary>
public sealed class FindTests : IDisposable
{
    private const string Line = @"^<Task pending name='0x[0-9a-f]+' coro=<Program\.TaskCoro\(\) awaiting at Program\.cs:\d+> wait_for=<TaskCompletionSource[^>]*>>$";

    private readonly TargetProcess _hello = TargetProcess.Start("Hello", Runtimes.Net10);

    public FindTests() => _hello.ReadUntil("ready");

    private string Pid => _hello.Pid.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => _hello.Dispose();

    [Theory]
    [InlineData("TaskCoro")]
    [InlineData("Program.TaskCoro")]
    [InlineData("Hello.Program.TaskCoro")]
    [InlineData("*Coro")]
    [InlineData("TaskCoro()")]
    public void It_prints_one_line_for_the_task(string what)
    {
        ToolRun run = ToolRun.Of("find", what, Pid);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Matches(Line, Assert.Single(run.Lines));
        Assert.Contains(" still", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_task_goes_on_unharmed()
    {
        ToolRun.Of("find", "TaskCoro", "-p", Pid);

        _hello.Send("go");
        Assert.Equal("Task is done", _hello.ReadLine());
    }

    [Fact]
    public void Another_case_is_found_with_a_note()
    {
        ToolRun run = ToolRun.Of("find", "taskcoro", Pid);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Matches(Line, Assert.Single(run.Lines));
        Assert.Contains("upper and lower case", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_exit_code_1_with_a_reason_and_the_nearest_names()
    {
        ToolRun run = ToolRun.Of("find", "TaskCorro", Pid);

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Empty(run.Output);
        Assert.Contains("Program.TaskCoro", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_reads_like_that_of_an_exception()
    {
        ToolRun run = ToolRun.Of("find", "TaskCoro", Pid, "--stack");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(run.Lines, l => l.StartsWith("   at Program.TaskCoro() in Program.cs:line ", StringComparison.Ordinal));
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Json_goes_to_a_private_file_that_is_whole()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("taskfind-tests-");
        try
        {
            string file = Path.Combine(folder.FullName, "tasks.json");
            ToolRun run = ToolRun.Of("find", "TaskCoro", Pid, "--format", "json", "--repr", "-o", file);

            Assert.True(run.ExitCode == 0, run.ToString());
            Assert.Empty(run.Output);
            Assert.Equal([file], Directory.GetFiles(folder.FullName));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
            JsonElement task = Assert.Single(document.RootElement.GetProperty("tasks").EnumerateArray());
            Assert.Equal("pending", task.GetProperty("state").GetString());
            Assert.Matches(Line, task.GetProperty("repr").GetString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Json_without_a_match_says_why()
    {
        ToolRun run = ToolRun.Of("find", "NoSuchMethod", Pid, "--format", "json");

        Assert.True(run.ExitCode == 1, run.ToString());
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal("notLoaded", document.RootElement.GetProperty("noMatch").GetProperty("reason").GetString());
    }

    [Fact]
    public void List_shows_the_task_in_a_table()
    {
        ToolRun run = ToolRun.Of("list", Pid);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(run.Lines, l => l.Contains("Program.TaskCoro", StringComparison.Ordinal) && l.Contains("Program.cs:", StringComparison.Ordinal));
        Assert.All(run.Lines, l => Assert.Equal(l.TrimEnd(), l));
    }

    [Fact]
    public void List_without_a_match_is_exit_code_1()
    {
        ToolRun run = ToolRun.Of("list", Pid, "--method", "NoSuchMethod");

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_bare_process_id_shows_what_to_type_next()
    {
        ToolRun run = ToolRun.Of(Pid);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("Program.TaskCoro", run.Output, StringComparison.Ordinal);
        Assert.Contains("dotnet-taskfind find ", run.Output, StringComparison.Ordinal);
        Assert.InRange(run.Lines.Length, 2, 40);
    }

    [Fact]
    public void Ps_lists_it_by_the_name_of_its_entry_assembly()
    {
        ToolRun run = ToolRun.Of("ps");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(run.Lines, l => l.Contains(Pid, StringComparison.Ordinal) && l.Contains("Hello", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reader_that_leaves_early_is_no_trouble()
    {
        ToolRun run = ToolRun.OfCommand(["/bin/sh", "-c", "{ \"$@\"; echo $? >&2; } | true", "sh", .. ToolRun.Command, "list", Pid, "--framework", "--promises", "--all"]);

        Assert.EndsWith("\n0\n", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("[ERROR]", run.Errors, StringComparison.Ordinal);
    }
}
