using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Fuzz;

/// <summary>Runs the tool on something hostile, and checks what holds whatever it meets.</summary>
internal sealed partial class FuzzRun : IDisposable
{
    private const int LookSeconds = 6;

    /// <summary>The look's own time, and what starting, opening and giving up may take beside it on a busy machine.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(LookSeconds + 25);
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("taskfind-fuzz-");
    private readonly Dictionary<int, int> _codes = [];

    /// <summary>How often each exit code came, for people.</summary>
    public string Summary => string.Join(", ", _codes.OrderBy(c => c.Key).Select(c => $"{c.Value}× exit code {c.Key}"));

    /// <summary>Starts the tool with a folder for temporary files of its own.</summary>
    public Process Start(params string[] arguments)
    {
        var variables = new Dictionary<string, string?> { ["TMPDIR"] = _temporary.FullName };
        Process tool = ToolRun.Start([.. ToolRun.Command, .. arguments, .. TakesTime(arguments) ? ["--timeout", LookSeconds.ToString(CultureInfo.InvariantCulture)] : (string[])[]], environment: variables);
        tool.StandardInput.Close();
        return tool;
    }

    /// <summary>Waits for the end and checks it.</summary>
    /// <param name="tool">The tool, as it was started.</param>
    /// <param name="what">What it met, for the message.</param>
    public void Check(Process tool, string what)
    {
        Task<string> output = tool.StandardOutput.ReadToEndAsync(), errors = tool.StandardError.ReadToEndAsync();
        if (!tool.WaitForExit(s_longest))
        {
            tool.Kill(entireProcessTree: true);
            Assert.Fail($"{what}: it hangs\n{errors.GetAwaiter().GetResult()}");
        }

        string said = errors.GetAwaiter().GetResult();
        output.GetAwaiter().GetResult();
        Assert.True(tool.ExitCode is >= 0 and <= 4, $"{what}: exit code {tool.ExitCode}\n{said}");
        Assert.False(StackTrace().IsMatch(said), $"{what}: {said}");
        Assert.Empty(ProcessTree.ChildrenOf(tool.Id));
        lock (_codes)
        {
            _codes[tool.ExitCode] = _codes.GetValueOrDefault(tool.ExitCode) + 1;
        }
    }

    /// <summary>Checks that no file is left of all the runs.</summary>
    public void AssertNothingIsLeft() => Assert.Empty(_temporary.EnumerateFileSystemInfos());

    public void Dispose() => _temporary.Delete(recursive: true);

    private static bool TakesTime(string[] arguments) => arguments[0] != "doctor";

    [GeneratedRegex(@"^\s+at .*\(.*\)|Unhandled exception|This is a bug", RegexOptions.Multiline)]
    private static partial Regex StackTrace();
}
