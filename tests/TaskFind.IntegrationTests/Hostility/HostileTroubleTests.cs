using System.Globalization;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Hostility;

/// <summary>What the tool says of processes, files and arguments shows their names and obeys none of them.</summary>
public sealed class HostileTroubleTests(HostileViews views) : IClassFixture<HostileViews>
{
    private static readonly string s_typed = HostileBytes.Controls + HostileBytes.Brackets + HostileBytes.Uppers + HostileBytes.Marks;

    /// <summary>Command lines that are wrong, or name what is not there, and the exit code; PID is the target's.</summary>
    public static TheoryData<string[], int> Typed => new()
    {
        { ["find", s_typed, "PID"], 1 },
        { ["find", s_typed + "(", "PID"], 2 },
        { ["find", "Method*", "-n", s_typed], 3 },
        { ["find", "Method*", "/nowhere/" + s_typed], 3 },
        { ["find", "Method*", "-p", s_typed], 2 },
        { ["find", "Method*", "PID", "--" + s_typed], 2 },
        { ["find", "Method*", "PID", "--format", s_typed], 2 },
        { ["find", "Method*", "PID", "--limit", s_typed], 2 },
        { ["find", "Method*", "PID", "--timeout", s_typed], 2 },
        { ["find", "Method*", "PID", "--max-pause", s_typed], 2 },
        { ["find", "Method*", "PID", "--symbols", "/nowhere/" + s_typed], 2 },
        { ["find", "Method*", "PID", "-o", "/nowhere/" + s_typed + "/x"], 2 },
        { ["find", "Method*", "PID", "--dac", "/nowhere/" + s_typed], 2 },
        { ["list", "PID", "--method", s_typed + "("], 2 },
        { ["list", "PID", "--state", s_typed], 2 },
        { ["list", "PID", "--waits", s_typed], 2 },
        { [s_typed], 3 },
        { ["find", "Method*", "PID", s_typed], 2 },
    };

    [Theory, MemberData(nameof(Typed))]
    public Task What_was_typed(string[] words, int exitCode) => AssertHarmlessAsync(exitCode, [.. words.Select(w => w == "PID" ? views.Target("live") : w)]);

    [Fact]
    public async Task A_list_of_processes()
    {
        string output = await AssertHarmlessAsync(0, "ps");

        Assert.Contains("\\x1b[2J\\x9b\\u202e[red]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_processes_of_a_name()
    {
        using TargetProcess second = views.Program.Start();
        second.ReadUntil("ready");

        string text = await AssertHarmlessAsync(2, "-n", HostileProgram.ProcessName);

        Assert.Contains(second.Pid.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        second.Send("quit");
        Assert.Equal(0, second.WaitForExit());
    }

    [Fact]
    public async Task A_process_without_dotnet()
    {
        using TargetProcess other = views.Program.StartOther();

        await AssertHarmlessAsync(3, other.Pid.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_debugger_that_holds_the_process()
    {
        using TargetProcess hello = TargetProcess.Start("Hello", Runtimes.Net10);
        hello.ReadUntil("ready");
        using TargetProcess holder = views.Program.Start(new TargetProgram("StopHolder", Runtimes.Net10).Assembly, "hold", hello.Pid.ToString(CultureInfo.InvariantCulture));
        while (!holder.ReadLine().StartsWith("holding", StringComparison.Ordinal))
        {
        }

        string text = await AssertHarmlessAsync(3, hello.Pid.ToString(CultureInfo.InvariantCulture));

        Assert.Contains("already held", text, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_file_that_is_no_dump() => AssertHarmlessAsync(3, "find", "Method*", views.Program.Assembly);

    [Fact]
    public Task In_a_process_of_its_own() => AssertHarmlessAsync(0, "find", "Method*", views.Target("live"), "--isolate");

    [Fact]
    public async Task An_answer_in_a_file()
    {
        string file = Path.Combine(views.Program.Folder, s_typed.Replace("/", "", StringComparison.Ordinal)[..40]);

        Assert.Equal(0, (await RawRun.OfAsync(["list", "--all", views.Target("live"), "-o", file])).ExitCode);

        Assert.Contains("\\x1b", Written.AssertHarmless(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    /// <summary>Runs the tool in pipes and on a terminal, and returns what it wrote into the pipes.</summary>
    private static async Task<string> AssertHarmlessAsync(int exitCode, params string[] arguments)
    {
        RawRun run = await RawRun.OfAsync(arguments);

        string text = Written.AssertHarmless(run.Output) + Written.AssertHarmless(run.Errors);
        Assert.True(run.ExitCode == exitCode, $"exit code {run.ExitCode}: {text}");
        Assert.InRange(text.Length, 1, 16 * 1024);
        Assert.Contains("x1b", text, StringComparison.Ordinal);

        (int code, byte[] bytes) = Pty.RunRaw(100, [.. ToolRun.Command, .. arguments], Pty.Coloured);
        Written.AssertHarmlessOnTerminal(bytes);
        Assert.Equal(exitCode, code);
        return text;
    }
}
