using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries.Groups;
using TaskFind.Queries.Trees;

namespace TaskFind.Rendering;

/// <summary>Draws an <see cref="AwaitTree"/>: one line a branch, everything once, at most as many lines and levels as asked for.</summary>
internal sealed class TreeText
{
    private readonly AwaitTree _tree;
    private readonly StandText _stand;
    private readonly WaitText _waits;
    private readonly Holders _holders;
    private readonly Dictionary<int, int> _lineOf = [];
    private readonly Dictionary<int, int> _marks = [];
    private readonly HashSet<int> _path = [];
    private readonly HashSet<int> _printed = [];

    public TreeText(AwaitTree tree, ReprOptions? options = null)
    {
        options ??= new ReprOptions();
        _tree = tree;
        _stand = new StandText(PlaceNames.For(tree.Links.Graph), options);
        _waits = new WaitText(_stand, options);
        _holders = new Holders(tree.Links.Graph);
    }

    /// <summary>Gets how many tasks and threads no line stands for, after <see cref="Lines"/>.</summary>
    public int Omitted => _tree.Items - _printed.Count;

    /// <summary>Gives the lines. A branch that was drawn before is referred to by the mark <c>#1</c> at its end.</summary>
    public IReadOnlyList<string> Lines(int limit)
    {
        var lines = new List<string>();
        var open = new Stack<(Branch Branch, string Before, string Under, int Level, bool Leave)>();
        Push(_tree.Roots, "", 0);
        while (lines.Count < limit && open.TryPop(out var next))
        {
            if (next.Leave)
            {
                _path.Remove(next.Branch.Shape);
                continue;
            }

            _printed.UnionWith(next.Branch.Members);
            var text = next.Before + Text(next.Branch, isRoot: next.Level == 0);
            if (_path.Contains(next.Branch.Shape))
            {
                lines.Add(text + Mark($" (cycle: back to #{Refer(next.Branch)})"));
                continue;
            }

            if (_lineOf.ContainsKey(next.Branch.Shape))
            {
                lines.Add(text + Mark($" (as #{Refer(next.Branch)})"));
                continue;
            }

            _lineOf.Add(next.Branch.Shape, lines.Count);
            var below = _tree.Below(next.Branch);
            lines.Add(next.Level + 1 >= Limits.Text.TreeLevels && below.Count > 0 ? text + " ..." : text);
            if (below.Count == 0 || next.Level + 1 >= Limits.Text.TreeLevels)
                continue;
            _path.Add(next.Branch.Shape);
            open.Push(next with { Leave = true });
            Push(below, next.Under, next.Level + 1);
        }

        foreach (var (shape, mark) in _marks)
            lines[_lineOf[shape]] += Mark($" #{mark}");
        return lines;

        void Push(IReadOnlyList<Branch> branches, string indent, int level)
        {
            for (var i = branches.Count - 1; i >= 0; i--)
            {
                var isLast = i == branches.Count - 1;
                open.Push(level == 0
                    ? (branches[i], "", "", 0, false)
                    : (branches[i], indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  "), level, false));
            }
        }
    }

    private int Refer(Branch branch)
    {
        if (!_marks.TryGetValue(branch.Shape, out var mark))
            _marks.Add(branch.Shape, mark = _marks.Count + 1);
        return mark;
    }

    private string Text(Branch branch, bool isRoot)
    {
        var isDots = _tree.Links.IsBehindFramework(branch.Members[0]) && !_tree.Links.IsFramework(branch.Members[0]);
        var wait = _tree.Resource(branch);
        return (_tree.IsFocus(branch) ? "> " : "") + (isDots ? "… " : "") + What(branch, wait) + (isRoot ? RequestText.Suffix(_tree.Requests(branch)) : "") + WaitsFor(branch, wait);
    }

    private string What(Branch branch, Wait? resource)
    {
        var count = branch.Members.Count > 1 ? Mark($"{branch.Members.Count}× ") : "";
        if (_tree.Links.Thread(branch.Members[0]) is { } thread)
            return Thread(thread, branch);
        var node = _tree.Links.Node(branch.Members[0]);
        if (node.Method is null)
            return count + Words(branch, resource!);
        return count + (node.IsFramework && !_tree.Links.HasFramework ? "…" : WaitText.Call(node.Method) + _stand.Short(node));
    }

    // A join is its own wait: its line has said so.
    private string WaitsFor(Branch branch, Wait? resource)
    {
        if (resource is not { } wait || (_tree.Links.Thread(branch.Members[0]) is null && _tree.Links.Node(branch.Members[0]).Method is null))
            return "";
        var verb = _tree.Links.Thread(branch.Members[0]) is null ? "waits for" : "on";
        return $" {verb} {Words(branch, wait)}{HolderText.Suffix(_holders.Of(wait), _waits)}";
    }

    private string Words(Branch branch, Wait wait) => branch.Members.Count == 1 ? _waits.Short(wait) : _waits.Alike(wait);

    private string Thread(TaskThread first, Branch branch)
    {
        var place = ThreadText.Place(first, _stand);
        return $"{ThreadText.Who([.. branch.Members.Select(m => _tree.Links.Thread(m)!)])} blocked{(place.Length == 0 ? "" : " in " + place)}";
    }

    private static string Mark(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
