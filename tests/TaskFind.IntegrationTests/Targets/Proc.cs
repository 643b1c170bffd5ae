using System.Diagnostics;
using System.Globalization;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Targets;

/// <summary>Asks /proc how a target stands, and waits for it to stand otherwise.</summary>
internal static class Proc
{
    public static List<ProcessStatus> Threads(int pid) =>
        [.. Directory.GetDirectories($"/proc/{pid}/task")
            .Select(folder => ProcessStatus.OfThread(pid, int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)))
            .OfType<ProcessStatus>()];

    /// <summary>Asserts that nobody holds any thread of a process.</summary>
    public static void AssertRuns(int pid) =>
        Assert.All(Threads(pid), t => Assert.True(t is { TracerPid: 0, State: not ('t' or 'T') }, $"a thread is in state {t.State}, traced by {t.TracerPid}"));

    /// <summary>Waits until something is so; fails after a minute.</summary>
    public static void Until(Func<bool> isSo, string what)
    {
        long start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1), "waited in vain: " + what);
            Thread.Yield();
        }
    }

    /// <summary>Waits until the process runs and works.</summary>
    public static void UntilAllRun(int pid) =>
        Until(() => Threads(pid).TrueForAll(t => t is { TracerPid: 0, State: not ('t' or 'T') }), "all threads run");

    /// <summary>Kills the only child of a process when disposed, as its death alone would not.</summary>
    public sealed class ChildOf : IDisposable
    {
        private readonly Process _child;

        public ChildOf(int parent)
        {
            int? id = null;
            Until(() => (id = Find(parent)) is not null, "it has a child");
            _child = Process.GetProcessById(id!.Value);
        }

        public void Dispose()
        {
            _child.Kill();
            _child.Dispose();
        }

        private static int? Find(int parent) => Directory.GetDirectories("/proc", "*")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)
            .Where(id => id > 0 && ProcText.TryRead($"/proc/{id}/status")?.Contains($"PPid:\t{parent}\n", StringComparison.Ordinal) == true)
            .Select(id => (int?)id)
            .FirstOrDefault();
    }
}
