using BenchmarkDotNet.Attributes;
using TaskFind.Scanning.Walking;

namespace TaskFind.Bench.Micro;

/// <summary>From address to kept object, among 100,000 tasks that lie among other objects as they do in a heap; each time 1,000 of them.</summary>
[MemoryDiagnoser]
public class Lookups
{
    private const int Tasks = 100_000, Asked = 1_000;
    private const ulong Begin = 0x7f3c_2000_0000;
    private readonly ulong[] _near = new ulong[Asked], _far = new ulong[Asked], _missing = new ulong[Asked];
    private RootTable _roots = null!;

    [GlobalSetup]
    public void Prepare()
    {
        using var types = new OwnTypes();
        var type = types.Entry<Task<int>>();
        var random = new Random(20_261_125);
        var (range, addresses, at) = (new KeptRange(new ByteChunks()), new ulong[Tasks], Begin);
        for (var i = 0; i < Tasks; i++, at += 72 + (8 * (ulong)random.Next(100)))
            range.Add(new RootRecord { Address = addresses[i] = at, Type = type.Index }, Keeping.Record, type, []);
        _roots = new RootTable(types.Table, [range]);
        for (var i = 0; i < Asked; i++)
        {
            _near[i] = addresses[i];
            _far[i] = addresses[random.Next(Tasks)];
            _missing[i] = addresses[random.Next(Tasks)] + 24;
        }
    }

    [Benchmark(OperationsPerInvoke = Asked)]
    public int HitInOrder() => Sum(_near);

    [Benchmark(OperationsPerInvoke = Asked)]
    public int HitAnywhere() => Sum(_far);

    [Benchmark(OperationsPerInvoke = Asked)]
    public int Miss() => Sum(_missing);

    private int Sum(ulong[] addresses)
    {
        var sum = 0;
        foreach (var address in addresses)
            sum += _roots.Find(address);
        return sum;
    }
}
