using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>A run of the tool with what it cost: the wall clock, and the most memory it had at a time.</summary>
internal sealed partial record MeasuredRun(int ExitCode, int Lines, string Errors, TimeSpan Elapsed, long PeakKilobytes)
{
    public static MeasuredRun Of(params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using Process tool = ToolRun.Start([.. ToolRun.Command, .. arguments]);
        tool.StandardInput.Close();
        Task<string> errors = tool.StandardError.ReadToEndAsync();
        Task<int> lines = CountAsync(tool.StandardOutput);
        long peak = 0;
        while (!tool.WaitForExit(1))
        {
            // The mark only goes up, so the last reading before the end is the peak of the whole run.
            peak = Math.Max(peak, PeakOf(tool.Id));
        }

        return new MeasuredRun(tool.ExitCode, lines.Result, errors.Result, clock.Elapsed, peak);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"exit code {ExitCode}, {Lines} lines, {Elapsed.TotalSeconds:0.0} s, peak {PeakKilobytes / 1024.0:0} MB; {Errors.Trim()}");

    private static async Task<int> CountAsync(StreamReader stream)
    {
        int lines = 0;
        while (await stream.ReadLineAsync().ConfigureAwait(false) is not null)
        {
            lines++;
        }

        return lines;
    }

    private static long PeakOf(int pid)
    {
        try
        {
            Match mark = Mark().Match(File.ReadAllText($"/proc/{pid}/status"));
            return mark.Success ? long.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"VmHWM:\s+(\d+) kB")]
    private static partial Regex Mark();
}
