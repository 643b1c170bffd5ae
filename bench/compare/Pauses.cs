using TaskFind.Targets;

namespace TaskFind.Bench.Compare;

/// <summary>The pause that the target itself sees, for our look, ClrMD's loop run suspended, and a heap dump, in turns and with warm code.</summary>
internal static class Pauses
{
    public static void Run(int pid, string input, string output, string dump, int rounds)
    {
        using var gaps = new GapReader(input, output);
        for (var round = -1; round < rounds; round++)
        {
            double told = 0;
            var look = gaps.Of(() => told = TaskLook.Take(TargetSpec.ForProcess(pid), new LookOptions { TrustDac = true }).Coverage.Pause.TotalMilliseconds);
            var loop = gaps.Of(() => Loop.Once(pid.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            var written = gaps.Of(() => HeapDump.Take(pid, dump));
            File.Delete(dump);
            if (round >= 0)
                Console.WriteLine(FormattableString.Invariant($"pause look_ms={look:0.0} told_ms={told:0.0} loop_ms={loop:0.0} dump_ms={written:0.0}"));
        }
    }
}
