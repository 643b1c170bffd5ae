using TaskFind.Model;
using TaskFind.Queries.Trees;

namespace TaskFind.Queries.Groups;

/// <summary>The ends of chains of awaits. A short chain is followed; of long ones each node is passed once, however many chains lead over it.</summary>
internal sealed class ChainLeaves
{
    private const int ShortChain = 16, Unknown = -1, OnPath = -2, Circle = -3;
    private readonly TaskGraph _graph;
    private readonly Lazy<(int Node, bool HasProgramBelow)[]> _ends;
    private readonly Lazy<Cycles> _cycles;

    public ChainLeaves(TaskGraph graph)
    {
        _graph = graph;
        _cycles = new(() => new Cycles(new AwaitLinks(graph, framework: false)));
        _ends = new(() =>
        {
            var ends = new (int Node, bool HasProgramBelow)[graph.Count];
            Array.Fill(ends, (Unknown, false));
            return ends;
        });
    }

    /// <summary>Tells whether a task is one of a circle of those that wait for each other, by way of joins and blocked threads too.</summary>
    public bool IsOnCircle(TaskNode node) => _cycles.Value.IsCyclic(node.Ordinal.Value);

    /// <summary>Tells whether a task is on a circle or its chain runs into one.</summary>
    public bool IsCircle(TaskNode node) => EndsInCircle(node) || IsOnCircle(node);

    /// <summary>Tells whether the chain of a task comes back to where it has been, joins and threads apart.</summary>
    public bool EndsInCircle(TaskNode node) => End(node).Node == Circle;

    /// <summary>Gives the last task of the chain, the task itself when it awaits no other method; null for a circle.</summary>
    public TaskNode? Last(TaskNode node) => End(node).Node is >= 0 and var end ? _graph[new NodeOrdinal(end)] : null;

    /// <summary>Gives what the last method of the chain waits for; null when that one runs, is queued, waits for something unknown, or there is no last one.</summary>
    public Wait? Leaf(TaskNode node) => Last(node) is { IsDone: false } last && last.Wait is { } wait and not TaskWait ? wait : null;

    /// <summary>
    /// Tells whether it is the last method of the program on its chain: all behind it is the framework's. Wrongly yes: what is behind it is a join of the
    /// framework's tasks that themselves wait for the program.
    /// </summary>
    public bool IsInnermost(TaskNode node) => End(node) is { Node: not Circle, HasProgramBelow: false } && Leaf(node)?.Joined.Any(IsProgram) != true;

    private static bool IsProgram(TaskNode node) => node is { IsDone: false, IsFramework: false, Method: not null } || node is { Method: null, Awaits: { Method: not null, IsDone: false, IsFramework: false } };

    private static TaskNode? Next(TaskNode node) => node is { IsDone: false, Wait: TaskWait { Target: { Method: not null } next } } ? next : null;

    private (int Node, bool HasProgramBelow) End(TaskNode start)
    {
        var (at, hasProgramBelow) = (start, false);
        for (var hops = 0; hops < ShortChain; hops++)
        {
            if (Next(at) is not { } next)
                return (at.Ordinal.Value, hasProgramBelow);
            hasProgramBelow |= next is { IsDone: false, IsFramework: false };
            at = next;
        }

        return EndOfLong(start);
    }

    private (int Node, bool HasProgramBelow) EndOfLong(TaskNode start)
    {
        var ends = _ends.Value;
        var path = new List<int>();
        var (at, end) = (start, Unknown);
        while (end == Unknown)
        {
            ref var mark = ref ends[at.Ordinal.Value].Node;
            if (mark == OnPath)
                end = Circle;
            else if (mark != Unknown)
                end = mark;
            else
            {
                mark = OnPath;
                path.Add(at.Ordinal.Value);
                if (Next(at) is { } next)
                    at = next;
                else
                    end = at.Ordinal.Value;
            }
        }

        for (var i = path.Count - 1; i >= 0; i--)
            ends[path[i]] = (end, Next(_graph[new NodeOrdinal(path[i])]) is { IsDone: false } next && (!next.IsFramework || ends[next.Ordinal.Value].HasProgramBelow));
        return ends[start.Ordinal.Value];
    }
}
