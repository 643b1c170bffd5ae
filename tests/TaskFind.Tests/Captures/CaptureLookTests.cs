using TaskFind.Model;
using TaskFind.Targets;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.Tests.Captures;

public sealed class CaptureLookTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_file_that_is_a_capture_is_looked_at_like_a_dump()
    {
        Write(SampleGraph.Make());
        var graph = await TaskFinder.LookAsync(_file, new LookOptions { Pattern = "Order*", RelatedOnly = true }, TestContext.Current.CancellationToken);
        Assert.Equal((TargetKind.Capture, 4711), (graph.Target.Kind, graph.Target.Pid!.Value));
        Assert.Equal(SampleGraph.Make().Count, graph.Count);
    }

    [Fact]
    public void Values_are_shown_only_when_they_are_asked_for()
    {
        var graph = Enumerable.Range(0, 100).Select(seed => new RandomGraph(seed).Make()).First(g => g.Nodes.Any(n => n.Result is not null) && g.Nodes.Any(n => n.Context is not null));
        Write(graph);
        var plain = TaskLook.Take(TargetSpec.ForDump(_file), new LookOptions(), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(plain.Nodes, n => n.Result is not null || n.Context is not null);
        Assert.DoesNotContain(plain.Coverage.Notes, n => n.Contains("holds no", StringComparison.Ordinal));
        var all = TaskLook.Take(TargetSpec.ForDump(_file), new LookOptions { Values = true, Context = true }, TestContext.Current.CancellationToken);
        Assert.Equal(graph.Nodes.Select(n => n.Result), all.Nodes.Select(n => n.Result));
        Assert.Equal(graph.Nodes.Select(n => n.Context is null), all.Nodes.Select(n => n.Context is null));
    }

    [Fact]
    public void That_values_are_not_in_it_is_said()
    {
        Write(new GraphMaker().Build());
        var graph = TaskLook.Take(TargetSpec.ForDump(_file), new LookOptions { Values = true, Context = true }, TestContext.Current.CancellationToken);
        Assert.Equal(2, graph.Coverage.Notes.Count(n => n.StartsWith("The capture holds no ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_damaged_file_says_its_name()
    {
        File.WriteAllBytes(_file, CaptureBytes.Of(SampleGraph.Make())[..100]);
        var e = Assert.Throws<TargetException>(() => TaskLook.Take(TargetSpec.ForDump(_file), new LookOptions(), TestContext.Current.CancellationToken));
        Assert.Equal((TargetTrouble.BadCapture, $"The capture '{_file}' is damaged: it is cut short."), (e.Kind, e.Message));
    }

    [Fact]
    public void Other_files_are_no_captures()
    {
        File.WriteAllText(_file, "\u007fELF");
        Assert.False(TaskCapture.IsCapture(_file));
        Assert.False(TaskCapture.IsCapture(_file + ".not"));
        Assert.False(TaskCapture.IsCapture(Path.GetTempPath()));
        Assert.Equal(TargetTrouble.NoSuchFile, Assert.Throws<TargetException>(() => TaskCapture.Load(_file + ".not")).Kind);
    }

    private void Write(TaskGraph graph) => File.WriteAllBytes(_file, CaptureBytes.Of(graph));
}
