using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Rendering;
using TaskFind.Targets;
using TaskFind.Tool.Demo;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>A small program of our own, looked at from outside.</summary>
internal sealed class DemoCommand : ToolCommand
{
    private const string Method = "Program.TaskCoro";

    // A slow machine may need longer for its first look than the task waits: then the task waits longer, rather than the answer being made up.
    private static readonly int[] DelaysInSeconds = [1, 2, 4, 8, 16, 32];

    /// <summary>Creates the command.</summary>
    public DemoCommand()
        : base("demo", "Start a small program, find its task from outside, and show that it then ends unharmed.", "dotnet-taskfind demo") =>
        SetAction(_ => Run());

    private static int Run()
    {
        foreach (var seconds in DelaysInSeconds)
        {
            using var process = DemoProcess.Start(TimeSpan.FromSeconds(seconds));
            process.WaitUntilReady();
            if (Find(process.ProcessId) is { } task)
            {
                Show(task, process);
                return ExitCode.Found;
            }

            Notes.Line($"The task's time was up before it was found; it waits {seconds * 2} s in the next try.");
        }

        Notes.Error("The demo's task was not found.", "Please report it with what 'dotnet-taskfind demo --verbose' prints.");
        return ExitCode.NoMatch;
    }

    private static TaskNode? Find(int processId)
    {
        var settings = new LookSettings(TargetSpec.ForProcess(processId), new LookOptions { Pattern = Method, RelatedOnly = true }, Verbose: false);
        var graph = Looker.Look(settings);

        // One that is overdue, because the machine is busy, would be no example of a wait.
        return TaskSearch.Find(graph, Method).Matches is [{ Wait: DelayWait { Left.Ticks: > 0 } } only] ? only : null;
    }

    private static void Show(TaskNode task, DemoProcess process) => Answer.Write(null, answer =>
    {
        // What the program has said itself, in the order in which it was heard.
        answer.WriteLine(DemoProcess.Running);
        new ReprPrinter(answer, task.Graph, new ReprOptions()).Write(task, "Found: ");
        answer.Flush();
        process.WaitUntilDone();
        answer.WriteLine(DemoProcess.Done);
    });
}
