using TaskFind.Model;
using TaskFind.Queries.Trees;

namespace TaskFind.Queries.Groups;

/// <summary>The ends of all chains of awaits, each node passed once however many chains lead over it.</summary>
internal sealed class ChainLeaves
{
    private const int Unknown = -1, OnPath = -2, Circle = -3;
    private readonly TaskGraph _graph;
    private readonly int[] _end;
    private readonly bool[] _hasProgramBelow;
    private readonly Lazy<Cycles> _cycles;

    public ChainLeaves(TaskGraph graph)
    {
        _graph = graph;
        _end = new int[graph.Count];
        _hasProgramBelow = new bool[graph.Count];
        _cycles = new(() => new Cycles(new AwaitLinks(graph, framework: false)));
        Array.Fill(_end, Unknown);
    }

    /// <summary>Tells whether a task is one of a circle of those that wait for each other, by way of joins and blocked threads too.</summary>
    public bool IsOnCircle(TaskNode node) => _cycles.Value.IsCyclic(node.Ordinal.Value);

    /// <summary>Tells whether a task is on a circle or its chain runs into one.</summary>
    public bool IsCircle(TaskNode node) => End(node) == Circle || IsOnCircle(node);

    /// <summary>Gives what the last method of the chain waits for; null when that one runs, is queued, waits for something unknown, or there is no last one.</summary>
    public Wait? Leaf(TaskNode node) =>
        End(node) is >= 0 and var end && _graph[new NodeOrdinal(end)] is { IsDone: false } last && last.Wait is { } wait and not TaskWait ? wait : null;

    /// <summary>
    /// Tells whether it is the last method of the program on its chain: all behind it is the framework's. Wrongly yes: what is behind it is a join of the
    /// framework's tasks that themselves wait for the program.
    /// </summary>
    public bool IsInnermost(TaskNode node) => End(node) != Circle && !_hasProgramBelow[node.Ordinal.Value] && Leaf(node)?.Joined.Any(IsProgram) != true;

    private static bool IsProgram(TaskNode node) => node is { IsDone: false, IsFramework: false, Method: not null } || node is { Method: null, Awaits: { Method: not null, IsDone: false, IsFramework: false } };

    private int End(TaskNode start)
    {
        if (_end[start.Ordinal.Value] is not Unknown and var known)
            return known;
        var path = new List<int>();
        var (at, end) = (start, Unknown);
        while (end == Unknown)
        {
            ref var mark = ref _end[at.Ordinal.Value];
            if (mark == OnPath)
                end = Circle;
            else if (mark != Unknown)
                end = mark;
            else
            {
                mark = OnPath;
                path.Add(at.Ordinal.Value);
                if (at is { IsDone: false, Wait: TaskWait { Target: { Method: not null } next } })
                    at = next;
                else
                    end = at.Ordinal.Value;
            }
        }

        Close(path, end);
        return end;
    }

    private void Close(List<int> path, int end)
    {
        for (var i = path.Count - 1; i >= 0; i--)
        {
            _end[path[i]] = end;
            if (_graph[new NodeOrdinal(path[i])] is { IsDone: false, Wait: TaskWait { Target: { IsDone: false, Method: not null } next } })
                _hasProgramBelow[path[i]] = !next.IsFramework || _hasProgramBelow[next.Ordinal.Value];
        }
    }
}
