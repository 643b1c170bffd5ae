using TaskFind.Model;

namespace TaskFind.Bench.Micro;

/// <summary>Graphs by hand: chains of three methods of 600, the last of them on a delay.</summary>
internal static class Graphs
{
    private const int Methods = 600, ChainLength = 4;

    public static TaskGraph Make(int nodes)
    {
        var builder = new TaskGraphBuilder
        {
            Target = new TargetInfo(TargetKind.Process, 4711, "Shop", "10.0.12", "x64"),
            TakenAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Coverage = new Coverage { Objects = 20L * nodes, Tasks = nodes, Pause = TimeSpan.FromMilliseconds(96), Duration = TimeSpan.FromSeconds(1) },
        };
        var methods = Enumerable.Range(0, Methods).Select(i => builder.Intern(Method(i))).ToArray();
        var points = Enumerable.Range(0, Methods).Select(i => builder.Intern(Point(i))).ToArray();
        for (var i = 0; i < nodes; i++)
        {
            var (isLast, method) = (i % ChainLength == ChainLength - 1, i % Methods);
            builder.Add(new NodeRow
            {
                Address = 0x7f3c_2a00_0010 + (0x60 * (ulong)i),
                Kind = isLast ? NodeKind.Promise : NodeKind.AsyncMethod,
                Type = builder.Intern(isLast ? "Task" : "Task<int>"),
                Method = isLast ? -1 : methods[method],
                Point = isLast ? -1 : points[method],
                Status = (byte)TaskStatus.WaitingForActivation,
                State = TaskState.Pending,
                Awaits = isLast ? -1 : i + 1,
                Continuations = i % ChainLength == 0 ? NodeRow.NoContinuation : i - 1,
            });
            if (isLast)
                builder[i].Wait = builder.Add(new WaitRow { Kind = WaitKind.Delay, Address = builder[i].Address, Left = 800, Of = 1000 }, []);
        }

        return builder.Build();
    }

    public static TaskMethod Method(int number) =>
        new("Shop.dll", "Shop.Orders", $"OrderRepo{number % 40}", $"Load{number}Async", "int, CancellationToken");

    private static AwaitPoint Point(int number) => new(AwaitPointKind.Awaiting)
    {
        Line = new SourceLine($"/shop/src/OrderRepo{number % 40}.cs", number + 10, number + 10, 9),
        ILOffset = 120,
        AwaitIndex = 1,
        AwaitCount = 2,
    };
}
