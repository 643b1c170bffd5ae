using TaskFind.Model;

namespace TaskFind.Tests.Rendering;

/// <summary>Makes graphs at random, whose strings are as hostile as can be thought of.</summary>
internal sealed class RandomGraph(int seed)
{
    private static readonly string[] Pieces =
    [
        "Task", "Load<T>", "Run", ".ctor", "<lambda>", "a b", "'", "\"", "\\", "\n", "\r", "\u001b[2J", "\u009b31m", "\u202e", "\u2066", "\u200f", "\u061c", "\u2028", "\u2029",
        "\ud800", "\udc00", "\U0001f600", "\U000e0041", "\0", "\u007f", "(", ")", "<", ">", "[", "]", "->", "=>", ", ", ": ", ":", "=", "...", "<2 more>", "<3 framework>",
        " at F.cs:1", " pending name='x'", "> cb=[", "thread 7", "async void", "no Task yet", "ä", "日本", "e\u0301", "[bold]", "C:\\src\\my app\\", "/src/", "List<int[], (string, T)>", "`1",
        "done, defined at x:1", "awaiting", new string('x', 250), "null", "?", "42", "#", "%s", "{0}", "$(reboot)",
    ];

    private readonly Random _random = new(seed);

    public TaskGraph Make()
    {
        var maker = new GraphMaker();
        var count = _random.Next(1, 12);
        for (var i = 0; i < count; i++)
            Add(maker);
        for (var i = 0; i < count; i++)
            Join(maker, i, count);
        if (Maybe())
            maker.Builder.Add(Request(maker.Builder, _random.Next(count)));
        for (var i = 0; i < count; i++)
        {
            if (Maybe())
                maker.Flows(Context(), i);
            if (Maybe())
                maker.Has(new MethodVariables([.. Enumerable.Range(0, _random.Next(1, 12)).Select(_ => new VariableInfo(Text(), Text(), Value()))]) { Omitted = Maybe() ? 0 : _random.Next(1, 9) }, i);
        }

        maker.Builder.RunningMethods.Add(new RunningMethod(_random.Next(100), Method(), Point(AwaitPointKind.Running)));
        return maker.Build();
    }

    private RequestRow Request(TaskGraphBuilder builder, int node) => new()
    {
        Node = node,
        Method = builder.Intern(Maybe() ? Text() : null),
        Path = builder.Intern(Maybe() ? Text() : null),
        Route = builder.Intern(Maybe() ? Text() : null),
        Age = Maybe() ? _random.Next(100_000) : WaitRow.NoTime,
    };

    private ContextInfo Context() =>
        new(Maybe() ? new ActivityInfo(Address(), TextOrNull(), TextOrNull(), TextOrNull(), TextOrNull()) : null, [.. Enumerable.Range(0, _random.Next(1, 12)).Select(_ => Local())])
        {
            Omitted = Maybe() ? 0 : _random.Next(1, 9),
        };

    private LocalInfo Local() => new(TextOrNull(), Text(), Address(), Value());

    private LocalValue Value()
    {
        var kind = (LocalValueKind)_random.Next(5);
        var words = kind is LocalValueKind.Text or LocalValueKind.Plain ? Text() : null;
        return new LocalValue(kind, kind is LocalValueKind.Null or LocalValueKind.Unknown ? "" : Text(), words, Maybe() ? Address() : default);
    }

    private ObjectAddress Address() => new((ulong)_random.NextInt64());

    private string? TextOrNull() => Maybe() ? Text() : null;

    public string Text() => _random.Next(4) == 0 ? Piece() : string.Concat(Enumerable.Range(0, _random.Next(5)).Select(_ => Piece()));

    private string Piece() => Pieces[_random.Next(Pieces.Length)];

    private bool Maybe() => _random.Next(2) == 0;

    private TaskMethod Method() => new(Text(), Text(), Text(), Text(), Text()) { IsOverloaded = Maybe(), IsFramework = Maybe(), DefinedAt = Maybe() ? Line() : null };

    private SourceLine Line() => new(Text(), _random.Next(1, 1000), _random.Next(1, 1000), 1);

    private AwaitPoint Point(AwaitPointKind kind) => new(kind)
    {
        Line = Maybe() ? Line() : null,
        ILOffset = Maybe() ? _random.Next(100_000) : null,
        AwaitIndex = Maybe() ? _random.Next(1, 9) : null,
        AwaitCount = Maybe() ? 9 : null,
        Callee = Maybe() ? Text() : null,
        IsImplicit = Maybe(),
    };

    private void Add(GraphMaker maker)
    {
        var hasMethod = _random.Next(4) > 0;
        var state = (TaskState)_random.Next(4);
        var node = maker.Add(
            (NodeKind)_random.Next(7), Text(), hasMethod ? Method() : null, hasMethod && Maybe() ? Point((AwaitPointKind)_random.Next(6)) : null,
            state, id: Maybe() ? 0 : _random.Next(1, 9), name: Maybe() ? Text() : null, thread: _random.Next(3));
        if (Maybe())
            maker.Builder.Extra(ref maker.Builder[node]).Exception = maker.Builder.Add(new ExceptionInfo(Text(), Maybe() ? Text() : null, Maybe()));
        if (Maybe())
            maker.Builder.Extra(ref maker.Builder[node]).Result = maker.Builder.Intern(Text());
    }

    private void Join(GraphMaker maker, int node, int count)
    {
        if (Maybe())
            maker.Awaits(node, _random.Next(count));
        if (_random.Next(3) == 0)
        {
            var row = new WaitRow { Kind = (WaitKind)_random.Next(1, 7), Count = _random.Next(-1, 5), Total = _random.Next(-1, 9), Position = _random.Next(-1, 5), IsInfinite = Maybe(), Left = Time(), Of = Time(), Type = maker.Builder.Intern(Text()) };
            maker.Waits(node, row, [.. Enumerable.Range(0, _random.Next(4)).Select(_ => _random.Next(count))]);
        }

        for (var i = _random.Next(4); i > 0; i--)
        {
            var kind = (ContinuationKind)_random.Next(4);
            var target = kind switch
            {
                ContinuationKind.Node => _random.Next(count),
                ContinuationKind.Delegate => Maybe() ? -1 : maker.Builder.Intern(Method()),
                ContinuationKind.BlockedThread => _random.Next(50),
                _ => Maybe() ? -1 : maker.Builder.Intern(Text()),
            };
            maker.Continue(node, new ContinuationRow { Kind = kind, Address = 1, Target = target, Via = Maybe() ? maker.Builder.Intern(Text()) : -1 });
        }
    }

    private long Time() => Maybe() ? WaitRow.NoTime : _random.NextInt64(-5_000_000, 500_000_000);
}
