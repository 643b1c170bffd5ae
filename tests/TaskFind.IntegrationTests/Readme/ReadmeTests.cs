using System.Runtime.Versioning;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Readme;

/// <summary>What the README says is what happens: its program is built and run, and its commands are typed.</summary>
[SupportedOSPlatform("linux")]
public sealed class ReadmeTests
{
    [Fact]
    public void Every_example_prints_what_the_readme_says()
    {
        using ConsoleProject hello = ConsoleProject.Build("hello", ReadmeFile.Program);
        using TargetProcess program = TargetProcess.Start([hello.Executable], hello.Variables);
        Assert.StartsWith("This is process ", program.ReadLine(), StringComparison.Ordinal);
        Assert.Equal("Task is running", program.ReadLine());
        using var path = new PathWithTool();

        Assert.True(ReadmeFile.Examples.Count >= 5);
        foreach ((string command, string[] expected) in ReadmeFile.Examples)
        {
            ToolRun run = path.Shell(command);
            Assert.Equal(
                string.Join('\n', expected.Select(Normalised.Line)),
                string.Join('\n', run.Output.TrimEnd().Split('\n').Select(Normalised.Line)));
        }

        program.Send("");
        Assert.Equal(0, program.WaitForExit());
    }

    [Fact]
    public void Its_exit_codes_are_those_of_the_help()
    {
        string help = ToolRun.Of("--help").Output;
        string readme = File.ReadAllText(Path.Combine(ToolBuild.RepositoryRoot, "README.md"));

        foreach (string code in new[] { "0", "1", "2", "3", "4" })
        {
            string sentence = help.Split('\n').Single(l => l.StartsWith($"  {code}    ", StringComparison.Ordinal))[7..];
            Assert.Contains($"| {code} | {sentence} |", readme, StringComparison.Ordinal);
        }
    }
}
