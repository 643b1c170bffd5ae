using BenchmarkDotNet.Attributes;
using TaskFind.Model;

namespace TaskFind.Bench.Micro;

/// <summary>What somebody means, among 100,000 nodes of 600 methods.</summary>
[MemoryDiagnoser]
public class Searches
{
    private readonly TaskGraph _graph = Graphs.Make(100_000);

    [Benchmark]
    [Arguments("Load77Async")]
    [Arguments("OrderRepo7.*")]
    [Arguments("0x7f3c2a000010")]
    [Arguments("Nothing.LikeIt")]
    public int Find(string what) => _graph.Find(what).Matches.Count;
}
