using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Targets;

/// <summary>Words of a process that stands still are remembered by pages, and forgotten when it goes on.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class StoppedPagesTests : IDisposable
{
    private const int Page = 4096, Pages = 300;
    private readonly byte* _memory = (byte*)NativeMemory.AlignedAlloc(Pages * Page, Page);
    private int _reads;

    public void Dispose() => NativeMemory.AlignedFree(_memory);

    [Fact]
    public void A_word_is_what_it_was_when_the_process_stopped_until_it_goes_on()
    {
        var reader = new LiveReader(Environment.ProcessId);
        Assert.Equal(1, Now(1));
        reader.Use(new Stop([]));
        Assert.Equal(1, Now(1));
        Assert.Equal(1, Now(2));
        reader.Use(null);
        Assert.Equal(3, Now(3));
        reader.Use(new Stop([]));
        Assert.Equal(4, Now(4));

        // Somebody runs and may change what another one reads.
        reader.Use(new Stop([7]));
        Assert.Equal(5, Now(5));
        Assert.Equal(6, Now(6));

        int Now(int value)
        {
            *(int*)(_memory + 40) = value;
            return reader.Read<int>((ulong)_memory + 40);
        }
    }

    [Fact]
    public void Every_byte_is_its_own_whatever_was_read_before()
    {
        var random = new Random(20_261_127);
        random.NextBytes(new Span<byte>(_memory, Pages * Page));
        var pages = new StoppedPages(Read);
        Span<byte> got = stackalloc byte[StoppedPages.WordBytes + 1];
        for (var i = 0; i < 20_000; i++)
        {
            var (at, length) = (random.Next(Pages * Page), random.Next(1, got.Length + 1));
            var whole = length <= StoppedPages.WordBytes && (at % Page) + length <= Page;
            Assert.Equal(whole, pages.TryRead((ulong)_memory + (ulong)at, got[..length]));
            if (whole)
                Assert.True(got[..length].SequenceEqual(new ReadOnlySpan<byte>(_memory + at, length)));
        }

        _reads = 0;
        for (var i = 0; i < 100; i++)
            Assert.True(pages.TryRead((ulong)_memory + (ulong)(i * 8), got[..8]));
        Assert.InRange(_reads, 0, 1);
    }

    [Fact]
    public void A_page_that_cannot_be_read_is_asked_for_again()
    {
        var there = false;
        var pages = new StoppedPages((_, page) =>
        {
            page.Span.Fill(9);
            return there ? page.Length : 100;
        });
        Span<byte> got = stackalloc byte[4];
        Assert.False(pages.TryRead(0x7000_0000, got));
        Assert.False(pages.TryRead(0x10, got));
        there = true;
        Assert.True(pages.TryRead(0x7000_0000, got));
        Assert.Equal(9, got[0]);
    }

    private int Read(ulong address, Memory<byte> into)
    {
        _reads++;
        new ReadOnlySpan<byte>((void*)address, into.Length).CopyTo(into.Span);
        return into.Length;
    }

    private sealed class Stop(IReadOnlyList<int> unstopped) : IThreadStop
    {
        public int ThreadCount => 1;

        public IReadOnlyList<int> Unstopped => unstopped;

        public TimeSpan Elapsed => TimeSpan.Zero;

        public bool TryGetContext(uint thread, Span<byte> context) => false;

        public void Dispose()
        {
        }
    }
}
