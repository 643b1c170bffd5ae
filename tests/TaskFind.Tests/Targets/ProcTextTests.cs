using System.Text;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

public sealed class ProcTextTests
{
    [Fact]
    public void A_status_is_parsed()
    {
        ProcessStatus status = ProcessStatus.Parse("Name:\tx\nState:\tt (tracing stop)\nTgid:\t7\nTracerPid:\t12\nUid:\t1000\t1001\t0\t0\nThreads:\t3\n");
        Assert.Equal(new ProcessStatus('t', 7, 12, 1001, 3), status);
        Assert.False(status.IsDead);
    }

    [Theory]
    [InlineData("")]
    [InlineData("State:\nUid:\nTracerPid: x\nThreads: -4\nTgid:\t99999999999\n")]
    [InlineData("Uid:\t5")]
    public void A_status_that_makes_no_sense_does_no_harm(string text) => Assert.Equal(0, ProcessStatus.Parse(text).TracerPid);

    [Theory]
    [InlineData("12 (a) b) t 1 2 3", 't')]
    [InlineData("12 (a", '\0')]
    [InlineData("12 (a)", '\0')]
    [InlineData("", '\0')]
    public void The_state_stands_after_the_last_bracket(string stat, char state) =>
        Assert.Equal(state, ThreadFolder.StateIn(Encoding.ASCII.GetBytes(stat)));

    [Fact]
    public void A_map_lists_each_file_once_from_end_to_end()
    {
        MemoryMap map = MemoryMap.Parse(
            """
            7f0000000000-7f0000001000 r--p 00000000 fd:00 1  /opt/my app/libcoreclr.so (deleted)
            7f0000003000-7f0000009000 r-xp 00001000 fd:00 1  /opt/my app/libcoreclr.so (deleted)
            600000000000-600000001000 rw-p 00000000 00:00 0
            500000000000-500000001000 rw-p 00000000 fd:00 2  /data
            7ffff0000000-7ffff0021000 rw-p 00000000 00:00 0  [stack]
            nonsense
            zz-yy r--p 0 0 0 /x
            -
            """);
        Assert.Equal(
            [new MappedFile("/data", 0x500000000000, 0x500000001000, false), new MappedFile("/opt/my app/libcoreclr.so", 0x7f0000000000, 0x7f0000009000, true)],
            map.Files);
        Assert.Equal(0x7f0000000000u, map.Runtime!.Begin);
    }

    [Fact]
    public void Users_are_named_or_numbered()
    {
        UserNames users = UserNames.Parse("root:x:0:0::/root:/bin/sh\nbroken\nann:x:1000:1000\nx:x:y:z\n");
        Assert.Equal("root", users.NameOf(0));
        Assert.Equal("ann", users.NameOf(1000));
        Assert.Equal("1001", users.NameOf(1001));
    }
}
