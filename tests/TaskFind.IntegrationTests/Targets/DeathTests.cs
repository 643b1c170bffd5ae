using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Targets;

[Collection("targets")]
public sealed class DeathTests
{
    private const int SigKill = 9;
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory]
    [InlineData(9)]
    [InlineData(2)]
    [InlineData(15)]
    public void A_looker_killed_while_it_holds_the_target_leaves_it_running(int signal)
    {
        using Started target = Started.Busy();
        for (int i = 0; i < 3; i++)
        {
            using Started looker = Started.Holder("hold", target.Pid.ToString(System.Globalization.CultureInfo.InvariantCulture));
            looker.LineStarting("holding ");
            Assert.All(Proc.Threads(target.Pid), t => Assert.Equal('t', t.State));
            looker.Signal(signal);
            Proc.UntilAllRun(target.Pid);
            long frames = target.Counts()["frames"];
            Proc.Until(() => target.Counts()["frames"] > frames, "the stream goes on");
        }

        Assert.Equal(0, target.Counts()["badFrames"]);
    }

    [Theory]
    [InlineData("walk")]
    [InlineData("warm")]
    public void A_target_killed_in_mid_walk_does_not_take_the_looker_along(string how)
    {
        using Started target = Started.Busy();
        using Started looker = Started.HolderToTheEnd([], [how, target.Pid.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        looker.LineStarting("walking");
        target.Signal(SigKill);
        looker.LineStarting("gone after");
        looker.LineStarting("exit 0");
    }

    [Fact]
    public void Killed_in_the_midst_of_a_stop_the_target_reads_as_nothing_and_the_next_stop_says_so()
    {
        using Started target = Started.Busy();
        TargetThread.Run(() =>
        {
            using TargetSession session = TargetSession.Open(TargetSpec.ForProcess(target.Pid), new TargetOptions(), Never);
            ulong heap;
            using (StopScope scope = session.StopWalkable(TargetSession.DefaultTries, Never))
            {
                heap = scope.Runtime.Heap.Segments[0].ObjectRange.Start;
                Assert.True(session.Reader.ReadPointer(heap, out _));
                target.Signal(SigKill);

                // A word may be remembered until its death is known; more than that is always asked for.
                Proc.Until(() => session.Reader.Read(heap, new byte[100]) == 0, "it is dead");
                Assert.True(session.Gone);
                Assert.False(session.Reader.ReadPointer(heap, out _));
                Assert.Equal(0, session.Reader.Read(heap, new byte[100]));
            }

            var trouble = Assert.Throws<TargetException>(() => session.Stop(Never));
            Assert.Equal(TargetTrouble.TargetGone, trouble.Kind);
            return 0;
        });
        Proc.Until(() => ProcessStatus.Of(target.Pid) is null or { IsDead: true }, "its parent can reap it");
    }

    [Fact]
    public void Killed_over_and_over_at_odd_moments_no_stop_ever_hangs_or_throws_anything_else()
    {
        for (int i = 0; i < 15; i++)
        {
            using Started target = Started.Busy("threads", "50");
            var killer = new Thread(() => target.Signal(SigKill));
            killer.Start();
            try
            {
                for (int n = 0; n < 1000; n++)
                {
                    using PtraceStop stop = PtraceStop.Take(target.Pid, TimeSpan.FromSeconds(2), Never);
                }

                Assert.Fail("it was killed");
            }
            catch (TargetException e)
            {
                Assert.Equal(TargetTrouble.TargetGone, e.Kind);
            }

            killer.Join();
        }
    }
}
