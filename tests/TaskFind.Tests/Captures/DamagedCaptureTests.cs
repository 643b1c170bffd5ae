using System.IO.Compression;
using TaskFind.Captures;
using TaskFind.Model;
using TaskFind.Targets;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.Tests.Captures;

public sealed class DamagedCaptureTests
{
    private static readonly byte[] s_whole = CaptureBytes.Of(SampleGraph.Make());

    [Fact]
    public void Any_flipped_bit_is_one_sentence_or_changes_nothing()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var bytes = (byte[])s_whole.Clone();
            var random = new Random(seed);
            var at = seed < 80 ? seed : random.Next(80, bytes.Length * 8);
            bytes[at / 8] ^= (byte)(1 << (at % 8));
            Refused(bytes, at);
        }
    }

    [Fact]
    public void Any_shorter_file_is_one_sentence()
    {
        for (var length = 0; length < s_whole.Length; length += length < 64 ? 1 : 17)
            Refused(s_whole[..length], length);
    }

    [Fact]
    public void What_somebody_has_written_and_sealed_loads_and_is_rendered_or_is_one_sentence()
    {
        var (loaded, refused) = (0, 0);
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var graph = seed % 3 == 0 ? SampleGraph.Make() : new RandomGraph(seed).Make();
            var sections = CaptureBytes.Sections(graph).ToList();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                Change(sections, random);
            try
            {
                Assert.NotEmpty(Answers.Of(CaptureBytes.Load(CaptureBytes.Sealed(sections))));
                loaded++;
            }
            catch (TargetException e)
            {
                Assert.Equal(TargetTrouble.BadCapture, e.Kind);
                refused++;
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}: {e}");
            }
        }

        Assert.True(loaded > 100 && refused > 100, $"{loaded} loaded, {refused} refused");
    }

    [Fact]
    public void A_newer_version_says_so()
    {
        var e = Assert.Throws<TargetException>(() => CaptureBytes.Load(CaptureBytes.Sealed([], major: 2)));
        Assert.Equal("The capture is newer than this tool: its format is version 2, and this version reads up to 1.", e.Message);
        Assert.Contains("dotnet tool update", e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_file_that_unpacks_into_a_large_one_is_refused()
    {
        using var output = new MemoryStream();
        output.Write(CaptureFormat.Header());
        using (var packed = new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var sections = 0; sections < 10; sections++)
            {
                packed.Write([0xe8, 0x07, 0x80, 0x80, 0x80, 0x20]); // section 1000 of 64 MB
                for (var block = 0; block < 64; block++)
                    packed.Write(new byte[1 << 20]);
            }
        }

        Assert.True(output.Length < 1 << 20, $"{output.Length}");
        Assert.Equal("The capture is damaged: it says that it is larger than a capture can be.", Message(output.ToArray()));
    }

    [Fact]
    public void A_length_that_is_only_said_takes_no_memory()
    {
        using var output = new MemoryStream();
        output.Write(CaptureFormat.Header());
        using (var packed = new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true))
            packed.Write([0x01, 0x80, 0x80, 0x80, 0xff, 0x01]); // section 1 of 510 MB
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("The capture is damaged: it is cut short.", Message(output.ToArray()));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void Too_many_rows_and_sections_are_refused()
    {
        var many = new CaptureOutput(new CaptureTables());
        many.Unsigned((ulong)Limits.Capture.Rows + 1);
        many.Raw(new byte[Limits.Capture.Rows + 1]);
        Assert.Equal("The capture is damaged: it has too many rows.", Message(CaptureBytes.Sealed([(20, many.Bytes.ToArray())])));
        Assert.Equal("The capture is damaged: it has too many sections.", Message(CaptureBytes.Sealed(Enumerable.Range(100, Limits.Capture.Sections + 1).Select(id => (id, Array.Empty<byte>())))));
    }

    [Fact]
    public void Lists_that_overlap_are_refused()
    {
        var graph = SampleGraph.Make();
        var data = graph.Data;
        var list = Enumerable.Range(0, data.Nodes.Count).First(i => data.Nodes[i].Continuations < NodeRow.NoContinuation);
        var other = Enumerable.Range(0, data.Nodes.Count).First(i => data.Nodes[i].Continuations == NodeRow.NoContinuation);
        data.Nodes[other].Continuations = data.Nodes[list].Continuations;
        Assert.Equal("The capture is damaged: a list in it belongs to several.", Message(CaptureBytes.Of(graph)));
    }

    [Fact]
    public void Tasks_that_wait_for_more_than_there_is_are_refused()
    {
        var maker = new GraphMaker();
        const int size = 6000;
        for (var i = 0; i < size; i++)
            maker.Promise("Task");
        maker.Waits(0, new WaitRow { Kind = WaitKind.WhenAll }, [.. Enumerable.Range(0, size)]);
        for (var i = 1; i < size; i++)
            maker.Builder[i].Wait = maker.Builder[0].Wait;
        Assert.Equal("The capture is damaged: its tasks wait for more than there is.", Message(CaptureBytes.Of(maker.Build())));
    }

    [Fact]
    public void Threads_that_hold_more_than_there_is_are_refused()
    {
        var maker = new GraphMaker();
        const int size = 6000;
        for (var i = 0; i < size; i++)
            maker.Promise("Task");
        var data = maker.Build().Data;
        data.Waits.Add(new WaitRow { Kind = WaitKind.Monitor, NodeCount = size });
        for (var i = 0; i < size; i++)
            data.Edges.Add(i);
        using var output = new MemoryStream();
        CaptureWriter.Write(data with { Threads = [new ThreadRow(1, 1, null) { Holds = [.. Enumerable.Repeat(0, size)] }] }, output);
        Assert.Equal("The capture is damaged: its tasks wait for more than there is.", Message(output.ToArray()));
    }

    private static void Change(List<(int Id, byte[] Bytes)> sections, Random random)
    {
        var which = random.Next(sections.Count);
        var (id, bytes) = sections[which];
        if (bytes.Length == 0)
            return;
        var changed = random.Next(8) switch
        {
            0 => bytes[..random.Next(bytes.Length)],
            1 => [.. bytes, (byte)random.Next(256)],
            2 => [],
            _ => (byte[])bytes.Clone(),
        };
        if (changed.Length == bytes.Length)
            changed[random.Next(changed.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)(random.Next(2) == 0 ? 0xff : 0);
        if (changed.Length == 0)
            sections.RemoveAt(which);
        else
            sections[which] = (id, changed);
    }

    private static string Message(byte[] bytes) => Assert.Throws<TargetException>(() => CaptureBytes.Load(bytes)).Message;

    private static void Refused(byte[] bytes, int at)
    {
        try
        {
            Assert.Empty(Differences.Of(CaptureBytes.Load(s_whole).Data, CaptureBytes.Load(bytes).Data));
        }
        catch (TargetException e)
        {
            Assert.True(e.Kind == TargetTrouble.BadCapture && e.Message.StartsWith("The capture", StringComparison.Ordinal), $"{at}: {e.Message}");
        }
    }
}
