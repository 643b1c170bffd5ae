using TaskFind.Model;
using TaskFind.Queries.Trees;

namespace TaskFind.Queries.Findings;

/// <summary>One circle of dead waits, once round: each waits for the next, and the last for the first.</summary>
/// <param name="Items">The items that mean something: methods, threads, joins, semaphores.</param>
/// <param name="Behind">How many tasks of methods outside the circle wait for it.</param>
internal sealed record DeadCircle(IReadOnlyList<int> Items, int Behind)
{
    /// <summary>Finds the circles: one for each group of items that all wait for each other.</summary>
    public static IEnumerable<DeadCircle> In(DeadWaits dead)
    {
        var cycles = new Cycles(dead);
        var above = new Lazy<List<int>?[]>(() => Above(dead));
        foreach (var group in cycles.Groups)
        {
            if (cycles.IsCyclic(group[0]))
                yield return new DeadCircle(Round(dead, cycles, Start(dead, group)), Waiting(dead, cycles, group, above.Value));
        }
    }

    // A method reads better in the first place than a link between two.
    private static int Start(DeadWaits dead, int[] group) => group.Select(i => (int?)i).FirstOrDefault(i => dead.Thread(i!.Value) is null && dead.Node(i.Value).Method is not null) ?? group[0];

    /// <summary>Finds the shortest way from an item back to itself within its group.</summary>
    private static List<int> Round(DeadWaits dead, Cycles cycles, int start)
    {
        var from = new Dictionary<int, int>();
        var open = new Queue<int>([start]);
        while (open.TryDequeue(out var item))
        {
            foreach (var next in dead.Below(item))
            {
                if (cycles.Group[next] != cycles.Group[start] || !from.TryAdd(next, item))
                    continue;
                if (next == start)
                    return Path(dead, from, start);
                open.Enqueue(next);
            }
        }

        return [start];
    }

    private static List<int> Path(DeadWaits dead, Dictionary<int, int> from, int start)
    {
        var path = new List<int>();
        for (var at = from[start]; at != start; at = from[at])
            path.Add(at);
        path.Add(start);
        path.Reverse();
        return path.FindAll(i => dead.Thread(i) is not null || dead.Node(i) is { Method: not null } or { HasOwnWait: true });
    }

    private static int Waiting(DeadWaits dead, Cycles cycles, int[] group, List<int>?[] above)
    {
        var (seen, count) = (new HashSet<int>(group), 0);
        var open = new Stack<int>(group);
        while (open.TryPop(out var item))
        {
            foreach (var waiter in above[item] ?? [])
            {
                if (!seen.Add(waiter))
                    continue;
                count += dead.Thread(waiter) is null && dead.Node(waiter).Method is not null ? 1 : 0;
                open.Push(waiter);
            }
        }

        return count;
    }

    private static List<int>?[] Above(DeadWaits dead)
    {
        var above = new List<int>?[dead.Count];
        for (var i = 0; i < dead.Count; i++)
        {
            foreach (var child in dead.Below(i))
                (above[child] ??= []).Add(i);
        }

        return above;
    }
}
