using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>The commands <c>capture</c> and <c>diff</c>: what is asked of a capture is answered as it was by the process.</summary>
[SupportedOSPlatform("linux")]
public sealed class CaptureTests : IDisposable
{
    private static readonly string[][] s_questions =
    [
        ["list"], ["list", "--promises", "--framework", "--all"], ["list", "--group"], ["find", "Crowd.*", "--limit", "40"], ["find", "Crowd.*", "--stack", "--limit", "5"], ["tree"], ["tree", "--framework"],
        [],
    ];

    // What shapes differ in; the rest is asked of one of them.
    private static readonly string[][] s_fewQuestions = [["list", "--promises", "--framework", "--all"], ["find", "Crowd.*", "--stack", "--limit", "5"], ["tree", "--framework"]];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-captures-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("semaphore")]
    [InlineData("whenall")]
    [InlineData("chain")]
    public void A_capture_answers_as_the_process_did(string shape)
    {
        using TargetProcess target = Many(200, shape);
        string capture = Capture(Pid(target));

        Compare(Pid(target), capture, shape == "semaphore" ? s_questions : s_fewQuestions);
    }

    [Fact]
    public void A_capture_answers_as_the_dump_of_which_it_was_taken()
    {
        using TargetProcess target = Many(200, "mixed");
        using TargetDump dump = TargetDump.Take(target, DumpKind.WithHeap);
        string capture = Capture(dump.FilePath);

        Compare(dump.FilePath, capture, s_questions);
        Assert.Equal(target.Pid, TaskCapture.Load(capture).Target.Pid);
    }

    [Fact]
    public void A_capture_of_a_process_and_one_of_its_dump_say_the_same()
    {
        using TargetProcess target = Many(200, "semaphore");
        string live = Capture(Pid(target), "live.cap");
        using TargetDump dump = TargetDump.Take(target, DumpKind.Full);
        string dumped = Capture(dump.FilePath, "dump.cap");

        Assert.Equal(ToolRun.Of("list", live).Lines.Order(), ToolRun.Of("list", dumped).Lines.Order());
        ToolRun diff = ToolRun.Of("diff", live, dumped);
        Assert.True(diff.ExitCode == 1, diff.ToString());
        Assert.Empty(diff.Output);
        Assert.Contains("As many as before: 200 tasks at 1 place, 200 of them known to be the same", diff.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_is_private_whole_and_small()
    {
        using TargetProcess target = Many(5000, "semaphore");
        string capture = Capture(Pid(target));

        Assert.Equal([capture], Directory.GetFiles(_folder.FullName));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(capture));
        Assert.InRange(new FileInfo(capture).Length, 1, 50_000);
    }

    [Fact]
    public void What_cannot_be_looked_at_leaves_no_file()
    {
        ToolRun run = ToolRun.Of("capture", "-n", "nobody-is-called-so", "-o", Path.Combine(_folder.FullName, "no.cap"));

        Assert.True(run.ExitCode == 3, run.ToString());
        Assert.Empty(_folder.GetFiles());
        Assert.Equal(2, ToolRun.Of("capture", "1").ExitCode);
    }

    [Fact]
    public void Values_are_in_it_only_when_they_were_asked_for()
    {
        using TargetProcess target = TargetProcess.Start("Context", Runtimes.Net10);
        target.ReadUntil();
        string plain = Capture(Pid(target), "plain.cap"), full = Capture(Pid(target), "full.cap", "--context", "--values");

        Assert.All(TaskCapture.Load(plain).Nodes, n => Assert.True(n.Context is null && n.Result is null));
        Assert.Contains(TaskCapture.Load(full).Nodes, n => n.Context is not null);
        Assert.DoesNotContain("context=<", ToolRun.Of("list", full).Output, StringComparison.Ordinal);
        Assert.Contains("context=<", ToolRun.Of("list", full, "--context").Output, StringComparison.Ordinal);
        Assert.Contains("The capture holds no contexts", ToolRun.Of("list", plain, "--context").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_is_said_and_none_is_exit_code_1()
    {
        using TargetProcess target = Many(50, "semaphore");
        string before = Capture(Pid(target), "before.cap");
        ToolRun same = ToolRun.Of("diff", before, Pid(target));
        Assert.True(same.ExitCode == 1, same.ToString());
        Assert.Contains("Nothing differs.", same.Errors, StringComparison.Ordinal);

        target.Send("go");
        target.ReadUntil("finished 50");
        ToolRun gone = ToolRun.Of("diff", before, Pid(target));
        Assert.True(gone.ExitCode == 0, gone.ToString());
        Assert.Matches(@"(?m)^50 +0 +-50 gone +Crowd\.OnSemaphore\(\) +Crowd\.cs:\d+$", gone.Output);
        JsonNode json = JsonNode.Parse(ToolRun.Of("diff", before, Pid(target), "--format", "json").Output)!["diff"]!;
        Assert.Equal((true, 50, 0), (json["sameProcess"]!.GetValue<bool>(), json["places"]![0]!["before"]!.GetValue<int>(), json["places"]![0]!["after"]!.GetValue<int>()));
    }

    [Fact]
    public void Doctor_says_what_it_is_and_a_damaged_one_is_a_sentence()
    {
        using TargetProcess target = Many(5, "semaphore");
        string capture = Capture(Pid(target));
        ToolRun run = ToolRun.Of("doctor", capture);
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains($"a whole capture of Many, process {target.Pid}, taken at ", run.Output, StringComparison.Ordinal);

        File.WriteAllBytes(capture, File.ReadAllBytes(capture)[..^20]);
        foreach (string[] question in s_questions.Append(["doctor"]))
        {
            run = ToolRun.Of([.. question, capture]);
            Assert.True(run.ExitCode == 3, run.ToString());
            Assert.Contains($"The capture '{capture}' is damaged: ", run.Output + run.Errors, StringComparison.Ordinal);
        }
    }

    private static TargetProcess Many(int count, string shape)
    {
        TargetProcess target = TargetProcess.Start("Many", Runtimes.Net10, count.ToString(CultureInfo.InvariantCulture), "1", shape);
        target.ReadUntil();
        return target;
    }

    private static string Pid(TargetProcess target) => target.Pid.ToString(CultureInfo.InvariantCulture);

    private string Capture(string target, string name = "tasks.cap", params string[] options)
    {
        string file = Path.Combine(_folder.FullName, name);
        ToolRun run = ToolRun.Of(["capture", target, "-o", file, .. options]);
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Empty(run.Output);
        Assert.Contains($"Saved in {new FileInfo(file).Length.ToString("N0", CultureInfo.InvariantCulture)} bytes", run.Errors, StringComparison.Ordinal);
        return file;
    }

    private static void Compare(string target, string capture, string[][] questions)
    {
        foreach (string[] question in questions)
        {
            ToolRun asked = ToolRun.Of([.. question, target]), answered = ToolRun.Of([.. question, capture]);
            Assert.True(asked.ExitCode == 0, asked.ToString());
            Assert.Equal(Regex.Replace(asked.Output, $@"(?<!\w){Regex.Escape(target)}(?!\w)", capture), answered.Output);
            Assert.True(asked.ExitCode == answered.ExitCode, answered.ToString());
            if (question.Length > 0 && !question.Contains("--stack"))
            {
                Assert.Equal(Json([.. question, target]), Json([.. question, capture]));
            }
        }
    }

    /// <summary>
    /// The document without what is another look's own: when it was, what it cost, and what kind of target it had. The runtime's own threads, which have no
    /// frames, come and go in a process that does nothing.
    /// </summary>
    private static string Json(string[] question)
    {
        JsonNode document = JsonNode.Parse(ToolRun.Of([.. question, "--format", "json"]).Output)!;
        document.AsObject().Remove("takenAt");
        document["target"]!.AsObject().Remove("kind");
        foreach (string own in new[] { "pauseMs", "stops", "durationMs" })
        {
            document["coverage"]!.AsObject().Remove(own);
        }

        JsonNode[] threads = [.. document["threads"]!.AsArray().OfType<JsonNode>()];
        document["threads"] = new JsonArray([.. threads.Where(t => t["frames"] is not null).Select(t => t.DeepClone())]);
        return document.ToJsonString();
    }
}
