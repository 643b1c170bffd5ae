using BenchmarkDotNet.Attributes;
using TaskFind.Model;
using TaskFind.Queries;

namespace TaskFind.Bench.Micro;

/// <summary>One pattern against one method: 600 of them, the figures are for one.</summary>
[MemoryDiagnoser]
public class Patterns
{
    private const int Methods = 600;
    private readonly TaskMethod[] _methods = [.. Enumerable.Range(0, Methods).Select(Graphs.Method)];
    private MethodPattern _pattern = null!;

    [Params("Load77Async", "OrderRepo7.Load*", "Shop.Orders.OrderRepo7.Load47Async(int, CancellationToken)")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _pattern = MethodPattern.Parse(Text);

    [Benchmark(OperationsPerInvoke = Methods)]
    public int Matches()
    {
        var count = 0;
        foreach (var method in _methods)
            count += _pattern.Matches(method, ignoreCase: false) ? 1 : 0;
        return count;
    }
}
