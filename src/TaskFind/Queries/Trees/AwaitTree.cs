using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries.Trees;

/// <summary>Who awaits whom: identical branches are one, those whom nobody awaits are the roots, and so is one of every circle that nobody outside waits for.</summary>
internal sealed class AwaitTree
{
    private readonly AwaitLinks _links;
    private readonly Cycles _cycles;
    private readonly int[] _shape;
    private readonly bool[]? _wanted;
    private readonly HashSet<int> _focus = [];

    private AwaitTree(AwaitLinks links, Func<TaskNode, bool>? focus)
    {
        _links = links;
        _cycles = new Cycles(links);
        _shape = new int[links.Count];
        if (focus is not null)
            _wanted = Around(focus);
        Name();
        Roots = FindRoots();
    }

    /// <summary>Gets the first lines.</summary>
    public IReadOnlyList<Branch> Roots { get; }

    /// <summary>Gets how many lines the graph would have without merging: the tasks and threads that are shown.</summary>
    public int Items { get; private set; }

    /// <summary>Gets how many edges were passed to make it.</summary>
    public long Steps => _cycles.Steps;

    /// <summary>Gets the links.</summary>
    public AwaitLinks Links => _links;

    /// <summary>Makes the tree of a graph; with <paramref name="focus"/>, of those tasks and all that wait for them or that they wait for.</summary>
    public static AwaitTree Of(TaskGraph graph, bool framework = false, Func<TaskNode, bool>? focus = null) => new(new AwaitLinks(graph, framework), focus);

    /// <summary>Gives the lines below a line.</summary>
    public IReadOnlyList<Branch> Below(Branch branch) => Merge(branch.Members.SelectMany(m => _links.Below(m)));

    /// <summary>Gives the resource that the tasks of a line wait for, with the facts that hold for all; for a join of several tasks, the join itself.</summary>
    public Wait? Resource(Branch branch) => branch.Members.Select(_links.Resource).OfType<Wait>().Aggregate((Wait?)null, (all, one) => all is null ? one : WaitLikeness.Common(all, one));

    /// <summary>Gives the requests in whose handling the tasks of a line are.</summary>
    public IReadOnlyList<RequestGroup> Requests(Branch branch) =>
        _links.Graph.Requests.Count == 0 ? [] : RequestGroup.Of(branch.Members.Where(m => _links.Thread(m) is null).Select(m => _links.Node(m).Request).OfType<RequestInfo>().Distinct());

    /// <summary>Tells whether a line is part of a circle.</summary>
    public bool IsCyclic(Branch branch) => _cycles.IsCyclic(branch.Members[0]);

    /// <summary>Tells whether a line is what was asked for.</summary>
    public bool IsFocus(Branch branch) => _focus.Contains(branch.Members[0]);

    private List<Branch> Merge(IEnumerable<int> items) =>
        [.. items.Where(IsWanted).Distinct().GroupBy(i => _shape[i]).Select(g => new Branch(g.Key, [.. g])).OrderByDescending(b => b.Members.Count)];

    private bool IsWanted(int item) => _links.IsLine(item) && _wanted?[item] != false;

    // Those that are waited for have their number first, so that a number says everything below; the members of a circle are alike to nobody.
    private void Name()
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in _cycles.Groups)
        {
            foreach (var item in group)
                _shape[item] = Number(_cycles.IsCyclic(item) ? $"!{item}" : Likeness(item));
        }

        int Number(string key)
        {
            if (!known.TryGetValue(key, out var number))
                known.Add(key, number = known.Count);
            return number;
        }
    }

    private string Likeness(int item)
    {
        var below = string.Join(',', _links.Below(item).Where(IsWanted).Select(c => _shape[c]).Distinct().Order());
        if (_links.Thread(item) is { } thread)
            return $"thread {thread.Frame?.Method.Signature}@{thread.Frame?.Point.ILOffset} {ThreadGroup.Likeness(thread.BlockedOn!)} {below}";
        var node = _links.Node(item);
        return $"{node.MethodIndex}@{node.PointIndex}{(_focus.Contains(item) ? "*" : "")} {WaitLikeness.Of(_links.Resource(item))} {below}";
    }

    private List<Branch> FindRoots()
    {
        var awaited = new bool[_cycles.Groups.Count];
        List<int> items = [.. Enumerable.Range(0, _links.Count).Where(IsWanted)];
        Items = items.Count;
        foreach (var item in items)
        {
            foreach (var child in _links.Below(item))
            {
                if (_cycles.Group[child] != _cycles.Group[item] && IsWanted(child) && IsCode(item))
                    awaited[_cycles.Group[child]] = true;
            }
        }

        return Merge(items.Where(i => !awaited[_cycles.Group[i]] && _cycles.Groups[_cycles.Group[i]][0] == i && IsCode(i)));
    }

    // The framework's own lines are not where a program's tree begins.
    private bool IsCode(int item) => _links.HasFramework || !_links.IsFramework(item);

    private bool[] Around(Func<TaskNode, bool> focus)
    {
        var above = new List<int>[_links.Count];
        for (var i = 0; i < _links.Count; i++)
        {
            foreach (var child in _links.Below(i))
                (above[child] ??= []).Add(i);
        }

        for (var i = 0; i < _links.Graph.Count; i++)
        {
            if (_links.IsLine(i) && focus(_links.Node(i)))
                _focus.Add(i);
        }

        var wanted = new bool[_links.Count];
        foreach (var item in Closure(_focus, i => above[i] ?? []).Concat(Closure(_focus, _links.Below)))
            wanted[item] = true;
        return wanted;
    }

    private static HashSet<int> Closure(IEnumerable<int> start, Func<int, IReadOnlyList<int>> step)
    {
        var seen = new HashSet<int>(start);
        var open = new Stack<int>(seen);
        while (open.TryPop(out var item))
        {
            foreach (var next in step(item))
            {
                if (seen.Add(next))
                    open.Push(next);
            }
        }

        return seen;
    }
}
