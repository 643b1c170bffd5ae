using TaskFind.Captures;
using TaskFind.Model;
using TaskFind.Queries.Findings;
using TaskFind.Rendering;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.Tests.Captures;

public sealed class CaptureTests
{
    [Fact]
    public void Nothing_of_any_graph_is_lost()
    {
        AssertSame(SampleGraph.Make());
        for (var seed = 0; seed < 100; seed++)
            AssertSame(new RandomGraph(seed).Make());
    }

    [Fact]
    public void No_field_of_the_model_is_lost()
    {
        var data = (TaskGraphData)Filler.Fill(typeof(TaskGraphData));
        using var stream = new MemoryStream();
        TaskCapture.Save(new TaskGraph(data), stream);
        stream.Position = 0;
        Assert.Equal(Dump.Of(data), Dump.Of(TaskCapture.Load(stream).Data));
    }

    [Fact]
    public void A_damaged_capture_is_refused_or_nothing_of_it_is_lost()
    {
        var graph = SampleGraph.Make();
        var (whole, content, refused) = (Bytes(graph), Dump.Of(graph.Data), 0);
        for (var seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            var bytes = whole.ToArray();
            if (seed % 5 == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            for (var flips = random.Next(3); flips >= 0 && bytes.Length > 9; flips--)
                bytes[random.Next(9, bytes.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                // A few bits at the end of what is packed mean nothing.
                Assert.Equal(content, Dump.Of(TaskCapture.Load(new MemoryStream(bytes)).Data));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1400, 1500);
    }

    // Somebody may have sealed it again: here the numbers are changed behind packing and seal.
    [Fact]
    public void Wrong_numbers_in_it_are_refused_or_do_no_harm()
    {
        var whole = Unpacked(SampleGraph.Make());
        var (refused, loaded) = (0, 0);
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var body = whole.ToArray();
            body[random.Next(body.Length)] = (byte)random.Next(256);
            if (Try(() =>
            {
                var data = GraphFormat.Code(new CaptureDecoder(TaskCapture.Version, body), null);
                CaptureCheck.Check(data);
                return new TaskGraph(data);
            }))
                loaded++;
            else
                refused++;
        }

        Assert.True(refused > 100 && loaded > 100, $"{refused} refused, {loaded} loaded");
    }

    [Fact]
    public void A_newer_format_is_refused_with_a_sentence()
    {
        var bytes = Bytes(SampleGraph.Make());
        bytes[8] = 200;
        Assert.Contains("format 200", Assert.Throws<InvalidDataException>(() => TaskCapture.Load(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_capture_is_refused() => Assert.Throws<InvalidDataException>(() => TaskCapture.Load(new MemoryStream(new byte[100])));

    [Fact]
    public void Version_1_is_read()
    {
        var path = Path.Combine(Repository.Root, "tests/TaskFind.Tests/golden/version-1.tfcap");

        // Made once, by version 1, and never again.
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("TASKFIND_UPDATE_GOLDEN") == "1")
            File.WriteAllBytes(path, Bytes(SampleGraph.Make()));
        using var file = File.OpenRead(path);
        var graph = TaskCapture.Load(file);
        var repr = new Repr(graph);
        Golden.Check("version-1.txt", [.. graph.Nodes.Select(repr.Line), .. graph.RunningMethods.Select(repr.Line), .. graph.Threads.Select(t => $"{t.ManagedId} {t.Name} {t.BlockedOn?.Kind} {t.Frames.Count}")]);
    }

    private static void AssertSame(TaskGraph graph)
    {
        var loaded = TaskCapture.Load(new MemoryStream(Bytes(graph)));
        Assert.Equal(Dump.Of(graph.Data), Dump.Of(loaded.Data));
        Assert.Equal(graph.Nodes.Select(new Repr(graph).Line), loaded.Nodes.Select(new Repr(loaded).Line));
    }

    private static bool Try(Func<TaskGraph> load)
    {
        TaskGraph graph;
        try
        {
            graph = load();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or OverflowException or ArgumentException)
        {
            return false;
        }

        // Whatever was let in must not fail later.
        var repr = new Repr(graph);
        foreach (var node in graph.Nodes)
            _ = repr.Line(node);
        _ = FindingCatalogue.Check(graph);
        return true;
    }

    private static byte[] Bytes(TaskGraph graph)
    {
        using var stream = new MemoryStream();
        TaskCapture.Save(graph, stream);
        return stream.ToArray();
    }

    private static byte[] Unpacked(TaskGraph graph)
    {
        using var stream = new MemoryStream();
        GraphFormat.Code(new CaptureEncoder(stream), graph.Data);
        return stream.ToArray();
    }
}
