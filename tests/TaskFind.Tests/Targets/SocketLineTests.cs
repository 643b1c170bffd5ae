using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

/// <summary>Lines of the kernel's tables, and lines that only look like some.</summary>
public sealed class SocketLineTests
{
    private const string Tail = " 00:00000000 00000000  1000        0 48213 1 0000000000000000 20 4 30 10 -1";

    [Theory]
    [InlineData("   7: 0100007F:D38E 0200007F:8F53 01 00000000:0000002A" + Tail, "127.0.0.1:54158", "127.0.0.2:36691", "established", 42)]
    [InlineData("   7: 0100007F:1F90 00000000:0000 0A 00000000:00000003" + Tail, "127.0.0.1:8080", null, "listen", 3)]
    [InlineData("   7: 00000000000000000000000001000000:0016 00000000000000000000000000000000:0000 0A 00000000:00000000" + Tail, "[::1]:22", null, "listen", 0)]
    [InlineData("   7: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF00000100007F:0050 08 00000000:00000001" + Tail, "127.0.0.1:8080", "127.0.0.1:80", "close-wait", 1)]
    public void An_internet_socket_is_read(string line, string local, string? peer, string state, long queued)
    {
        var read = SocketLine.Internet("tcp", line);

        Assert.Equal((48213ul, new SocketEntry("tcp", local, peer, state, queued)), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode")]
    [InlineData("   7: 0100007F:D38E 0200007F:8F53 XX 00000000:00000000" + Tail)]
    [InlineData("   7: 0100007F:D38E 0200007F:8F53 01 00000000:00000000 00:00000000 00000000  1000        0 0 1")]
    [InlineData("   7: 0100007F:D38E 0200007F:8F53 01 00000000:00000000 00:00000000 00000000  1000        0 99999999999999999999999 1")]
    public void Anything_else_is_none(string line) => Assert.Null(SocketLine.Internet("tcp", line));

    [Theory]
    [InlineData("0100007:D38E")]
    [InlineData("0100007G:D38E")]
    [InlineData("0100007F:D38EF")]
    [InlineData("0100007F")]
    public void A_broken_end_is_absent(string end) =>
        Assert.Null(SocketLine.Internet("tcp", $"   7: {end} 0200007F:8F53 01 00000000:00000000{Tail}")!.Value.Entry.Local);

    [Fact]
    public void A_Unix_socket_may_have_a_path_with_blanks()
    {
        Assert.Equal((4711ul, new SocketEntry("unix", "/run/my app.sock", null, null, null)), SocketLine.Unix("0000000000000000: 00000002 00000000 00010000 0001 01  4711 /run/my app.sock"));
        Assert.Equal((4711ul, new SocketEntry("unix", null, null, null, null)), SocketLine.Unix("0000000000000000: 00000003 00000000 00000000 0001 03  4711"));
        Assert.Null(SocketLine.Unix("Num       RefCount Protocol Flags    Type St Inode Path"));
    }
}
