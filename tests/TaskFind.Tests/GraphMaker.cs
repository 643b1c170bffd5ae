using TaskFind.Model;

namespace TaskFind.Tests;

/// <summary>Builds graphs by hand; a node is named by its ordinal.</summary>
internal sealed class GraphMaker
{
    private readonly Dictionary<int, List<ContinuationRow>> _continuations = [];
    private ulong _address = 0x7f3c2a0010;

    public TaskGraphBuilder Builder { get; } = new()
    {
        Target = new TargetInfo(TargetKind.Process, 4711, "Shop", "10.0.12", "x64"),
        TakenAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Coverage = new Coverage { Objects = 5_822_516, Pause = TimeSpan.FromMilliseconds(96.3), Stops = 1, Duration = TimeSpan.FromSeconds(1.2) },
    };

    /// <summary>Reads <c>Ns/Type.Name(params)</c>, the namespace and the parameters being optional.</summary>
    public static TaskMethod Method(string text, bool framework = false, bool overloaded = false, string? search = null)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var space = slash < 0 ? "" : text[..slash];
        var rest = text[(slash + 1)..];
        var open = rest.EndsWith(')') ? rest.IndexOf('(', StringComparison.Ordinal) : rest.Length;
        var parameters = open < rest.Length ? rest[(open + 1)..^1] : "";
        var path = rest[..open];
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var name = path[(dot + 1)..];
        return new TaskMethod(framework ? "System.Private.CoreLib.dll" : "Shop.dll", space, dot < 0 ? "" : path[..dot], name, parameters)
        {
            IsFramework = framework,
            IsOverloaded = overloaded,
            SearchName = search ?? name,
        };
    }

    /// <summary>Reads <c>src/OrderRepo.cs:41</c> or <c>src/OrderRepo.cs:41-43</c>.</summary>
    public static SourceLine Line(string text)
    {
        var colon = text.LastIndexOf(':');
        var lines = text[(colon + 1)..].Split('-');
        return new SourceLine(text[..colon], int.Parse(lines[0]), int.Parse(lines[^1]), 9);
    }

    public static AwaitPoint At(string line, AwaitPointKind kind = AwaitPointKind.Awaiting) => new(kind) { Line = Line(line) };

    public int Add(NodeKind kind, string type, TaskMethod? method, AwaitPoint? point, TaskState state = TaskState.Pending, TaskStatus? status = null, int id = 0, string? name = null, int thread = 0)
    {
        var row = new NodeRow
        {
            Address = _address += 0x40,
            Kind = kind,
            Type = Builder.Intern(type),
            Method = Builder.Intern(method),
            Point = Builder.Intern(point),
            State = state,
            Status = (byte)(status ?? state switch
            {
                TaskState.Finished => TaskStatus.RanToCompletion,
                TaskState.Cancelled => TaskStatus.Canceled,
                _ => TaskStatus.WaitingForActivation,
            }),
            Flags = method?.IsFramework == true ? NodeFlags.Framework : NodeFlags.None,
        };
        Builder.Extra(ref row) = new NodeExtra { TaskId = id, Name = Builder.Intern(name), Thread = thread };
        return Builder.Add(row);
    }

    /// <summary>Adds an async method that awaits at a line.</summary>
    public int Async(string method, string at, string type = "Task", int id = 0, bool framework = false) =>
        Add(NodeKind.AsyncMethod, type, Method(method, framework), At(at), id: id);

    public int Promise(string type, TaskState state = TaskState.Pending) => Add(NodeKind.Promise, type, null, null, state);

    /// <summary>Lets one node await another, written on both.</summary>
    public void Awaits(int waiter, int awaited)
    {
        Builder[waiter].Awaits = awaited;
        Continue(awaited, new ContinuationRow { Kind = ContinuationKind.Node, Address = Builder[waiter].Address, Target = waiter });
    }

    public void Continue(int node, ContinuationRow row)
    {
        if (!_continuations.TryGetValue(node, out var rows))
            _continuations.Add(node, rows = []);
        rows.Add(row);
    }

    /// <summary>Lets something flow with nodes.</summary>
    public void Flows(ContextInfo context, params int[] nodes)
    {
        var index = Builder.Add(context);
        foreach (var node in nodes)
            Builder.Extra(ref Builder[node]).Context = index;
    }

    /// <summary>Gives a node variables.</summary>
    public void Has(MethodVariables variables, int node) => Builder.Extra(ref Builder[node]).Variables = Builder.Add(variables);

    /// <summary>Gives a node a wait of its own; the wait's address is the node's.</summary>
    public int Waits(int node, WaitRow row, params int[] nodes)
    {
        row.Address = Builder[node].Address;
        Builder[node].Wait = Builder.Add(row, nodes);
        return node;
    }

    /// <summary>Lets a node wait for a promise made for it.</summary>
    public int AwaitsPromise(int waiter, string type, WaitRow row, params int[] nodes)
    {
        var promise = Waits(Promise(type), row, nodes);
        Awaits(waiter, promise);
        return promise;
    }

    public TaskGraph Build()
    {
        foreach (var (node, rows) in _continuations)
            Builder.SetContinuations(node, rows.ToArray());
        Builder.Coverage = Builder.Coverage with { Tasks = Builder.Count };
        return Builder.Build();
    }
}
