using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries.Groups;
using TaskFind.Queries.Trees;

namespace TaskFind.Rendering;

/// <summary>Writes an <see cref="AwaitTree"/>: a flat list of branches that name those below by their number, so that no depth is too deep.</summary>
internal sealed class JsonTree(Utf8JsonWriter json, AwaitTree tree, JsonWait waits)
{
    private readonly Dictionary<int, int> _numbers = [];
    private readonly Queue<Branch> _open = [];
    private readonly Holders _holders = new(tree.Links.Graph);

    public void Write()
    {
        json.WriteStartObject("tree");
        json.WriteNumber("items", tree.Items);
        Refer("roots", tree.Roots);
        json.WriteStartArray("branches");
        while (_open.TryDequeue(out var branch))
            Write(branch);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Branch branch)
    {
        json.WriteStartObject();
        json.WriteNumber("number", _numbers[branch.Shape]);
        json.WriteNumber("count", branch.Members.Count);
        if (tree.Links.Thread(branch.Members[0]) is { } thread)
            Thread(branch, thread);
        else
            Tasks(branch, tree.Links.Node(branch.Members[0]));
        var wait = tree.Resource(branch);
        if (wait is not null)
            WaitsFor(wait, branch.Members.Count);
        JsonGroups.Holders(json, _holders.Of(wait));
        JsonGroups.Requests(json, tree.Requests(branch));
        Flag("focus", tree.IsFocus(branch));
        Flag("cycle", tree.IsCyclic(branch));
        Flag("behindFramework", tree.Links.IsBehindFramework(branch.Members[0]));
        Refer("below", tree.Below(branch));
        json.WriteEndObject();
    }

    private void WaitsFor(Wait wait, int count)
    {
        if (count == 1)
            waits.Write("waitsFor", wait);
        else
            waits.WriteAlike("waitsFor", wait);
    }

    private void Tasks(Branch branch, TaskNode first)
    {
        json.WriteStartArray("tasks");
        foreach (var member in branch.Members.Take(Limits.Text.Named))
            json.WriteAddressValue(tree.Links.Node(member).Address);
        json.WriteEndArray();
        JsonPlaces.Write(json, first);
        Flag("framework", first.IsFramework);
    }

    private void Thread(Branch branch, TaskThread first)
    {
        json.WriteStartArray("threads");
        foreach (var member in branch.Members.Take(Limits.Text.Named))
            json.WriteNumberValue(tree.Links.Thread(member)!.ManagedId);
        json.WriteEndArray();
        if (first.Frame is { } frame)
            JsonPlaces.Write(json, new RunningMethod(first.ManagedId, frame.Method, frame.Point));
    }

    private void Flag(string name, bool value)
    {
        if (value)
            json.WriteBoolean(name, true);
    }

    private void Refer(string name, IReadOnlyList<Branch> branches)
    {
        if (branches.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var branch in branches)
        {
            if (_numbers.TryAdd(branch.Shape, _numbers.Count))
                _open.Enqueue(branch);
            json.WriteNumberValue(_numbers[branch.Shape]);
        }

        json.WriteEndArray();
    }
}
