using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Reads the queues of the thread pool, which node stands where in them, and the figures of pool and timers.</summary>
internal sealed class PoolReader
{
    private readonly TaskGraphBuilder _builder;
    private readonly ObjectStore _store;
    private readonly ContinuationResolver _resolver;
    private readonly bool _hasClock;
    private readonly Dictionary<int, QueuedPlace> _places = [];
    private PoolInfo? _pool;
    private long? _global, _high;
    private long _local;
    private int _timers, _overdue;
    private long _overdueBy;

    public PoolReader(TaskGraphBuilder builder, ObjectStore store, ContinuationResolver resolver, WaitContext context, Clock? clock)
    {
        (_builder, _store, _resolver, _hasClock) = (builder, store, resolver, clock is not null);
        var workers = Workers();
        foreach (var i in store.Roots.Of<IPoolPartLayout>())
        {
            var o = store.Roots.BytesOf(store.Roots[i]);
            switch (o.Type.Layout)
            {
                case PoolLayout pool:
                    _pool = pool.Read(o, clock is { IsFloor: false } now ? now.Ticks : null);
                    break;
                case WorkQueueLayout queue:
                    _high = (_high ?? 0) + Read("highPriority", queue.HighPriority(o));
                    var queues = queue.Global(o, store, out var areAll);
                    foreach (var global in queues)
                        _global = (_global ?? 0) + Read("global", global);
                    if (!areAll)
                        builder.AddGap("queues of the pool", "not all of them were read");
                    break;
                case LocalQueueLayout local:
                    var items = local.Items(o, store, out var total);
                    _local += Place("local", workers.GetValueOrDefault(o.Address), items, total);
                    break;
                case TimerLayout timer when timer.IsArmed(o):
                    _timers++;
                    Note(context.Timer(o.Address));
                    break;
            }
        }
    }

    /// <summary>Gets the figures; null when neither pool nor timers were seen.</summary>
    public PoolInfo? Info => _pool is null && _global is null && _timers == 0 ? null : (_pool ?? new PoolInfo()) with
    {
        Global = _global,
        HighPriority = _high,
        Local = _global is null ? null : _local,
        Timers = _timers,
        OverdueTimers = _hasClock ? _overdue : null,
        OverdueBy = _hasClock ? _overdueBy : null,
    };

    /// <summary>Gives where a node stands in the pool's queues; null when it stands in none.</summary>
    public QueuedPlace? PlaceOf(int node) => _places.TryGetValue(node, out var place) ? place : null;

    private void Note(TimerReading? timer)
    {
        if (timer is not { Left: < 0 and var left })
            return;
        _overdue++;
        _overdueBy = Math.Max(_overdueBy, -left);
    }

    private long Read(string name, ulong queue)
    {
        if (!_store.TryGet<ConcurrentQueueLayout>(queue, out var o, out var layout))
            return 0;
        var total = layout.Count(o, _store, out var isWhole);
        if (!isWhole)
            _builder.AddGap("items of a queue of the pool", "not all of its segments were read");
        return Place(name, 0, [.. layout.Items(o, _store)], total);
    }

    private long Place(string name, int thread, IReadOnlyList<ulong> items, long total)
    {
        if (items.Count < total)
            _builder.AddGap("items of a queue of the pool", $"only the first {items.Count} were read");
        for (var i = 0; i < items.Count; i++)
        {
            if (_resolver.NodeOf(items[i]) is >= 0 and var node)
                _places.TryAdd(node, new QueuedPlace(name, thread, i + 1, (int)Math.Min(total, int.MaxValue)));
        }

        return total;
    }

    private Dictionary<ulong, int> Workers()
    {
        var workers = new Dictionary<ulong, int>();
        foreach (var i in _store.Roots.Of<PoolLocalsLayout>())
        {
            ref readonly var root = ref _store.Roots[i];
            if (_store.Roots.TypeOf(root).Layout is PoolLocalsLayout layout)
                workers[layout.Queue(_store.Roots.BytesOf(root))] = layout.Thread(_store.Roots.BytesOf(root), _store);
        }

        return workers;
    }
}
