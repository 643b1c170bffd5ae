using BenchmarkDotNet.Attributes;
using TaskFind.Model;
using TaskFind.Rendering;

namespace TaskFind.Bench.Micro;

/// <summary>The document of 10,000 tasks, written to nowhere.</summary>
[MemoryDiagnoser]
public class Reports
{
    private const int Tasks = 10_000;
    private readonly TaskGraph _graph = Graphs.Make(Tasks);
    private List<TaskNode> _tasks = [];

    [GlobalSetup]
    public void Prepare() => _tasks = [.. _graph.Nodes];

    [Benchmark]
    public void Json() => JsonReport.Write(Stream.Null, _graph, _tasks, new JsonReportOptions { Tool = "bench" });

    [Benchmark]
    public void JsonWithRepr() => JsonReport.Write(Stream.Null, _graph, _tasks, new JsonReportOptions { Tool = "bench", Repr = true });
}
