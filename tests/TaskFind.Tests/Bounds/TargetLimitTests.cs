using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using TaskFind.Model;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Bounds;

/// <summary>What the limits of opening a target leave out is said.</summary>
public sealed class TargetLimitTests : IDisposable
{
    private const string Maps = "1000-2000 r-xp 00000000 fd:00 1   /a\n3000-4000 r-xp 00000000 fd:00 2   /b\n";
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_table_of_sockets_that_is_not_read_to_its_end_says_so()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        other.Start();
        var all = new SocketTable(Environment.ProcessId);
        var cut = new SocketTable(Environment.ProcessId, most: 1);

        Assert.Equal("listen", all.Of(listener.Server.Handle)?.State);
        Assert.False(all.IsCut);
        Assert.Contains(new[] { listener, other }, s => cut.Of(s.Server.Handle) is null);
        Assert.True(cut.IsCut);
    }

    [Fact]
    public void A_map_that_is_too_long_is_no_process_without_a_runtime()
    {
        Assert.Equal((2, true), (MemoryMap.Parse(Maps, mostLines: 2).Files.Count, MemoryMap.Parse(Maps, mostLines: 2).IsWhole));
        Assert.Equal((1, false), (MemoryMap.Parse(Maps, mostLines: 1).Files.Count, MemoryMap.Parse(Maps, mostLines: 1).IsWhole));

        Assert.NotNull(MemoryMap.Of(Environment.ProcessId)!.Runtime);
        var trouble = Assert.Throws<TargetException>(() => MemoryMap.Of(Environment.ProcessId, mostLines: 1));
        Assert.Equal((TargetTrouble.Unsupported, $"The memory map of process {Environment.ProcessId} is too long, and no .NET runtime is in the part that was read."), (trouble.Kind, trouble.Message));
    }

    [Fact]
    public void A_dump_of_too_many_segments_is_none()
    {
        const int section = 64;
        byte[] dump = new byte[section + 48];
        "\u007fELF\u0002"u8.CopyTo(dump);
        (dump[16], dump[18]) = (4, 62);
        BinaryPrimitives.WriteUInt64LittleEndian(dump.AsSpan(40), section);
        BinaryPrimitives.WriteUInt16LittleEndian(dump.AsSpan(56), 0xffff);
        BinaryPrimitives.WriteUInt32LittleEndian(dump.AsSpan(section + 44), Limits.Target.DumpSegments + 1);
        File.WriteAllBytes(_file, dump);

        var trouble = Assert.Throws<TargetException>(() => CoreFile.Check(_file, _file));

        Assert.Equal(TargetTrouble.NotADump, trouble.Kind);
        Assert.EndsWith("it claims to have 1,000,001 segments, more than 1,000,000.", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_socket_path_that_is_cut_ends_in_an_ellipsis()
    {
        string path = new('x', Limits.Target.SocketPathLength);

        Assert.Equal(path, SocketLine.Unix($"0: 2 0 0 1 1 77 {path}")?.Entry.Local);
        Assert.Equal(path + "…", SocketLine.Unix($"0: 2 0 0 1 1 77 {path}x")?.Entry.Local);
    }
}
