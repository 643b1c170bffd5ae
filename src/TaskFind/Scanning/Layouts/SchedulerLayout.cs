using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads a <c>TaskScheduler</c> or <c>SynchronizationContext</c> of any class: what may keep something that is ready to run.</summary>
internal sealed class SchedulerLayout : FieldsLayout, IRootLayout
{
    private const string Pair = "System.Threading.Tasks.ConcurrentExclusiveSchedulerPair+ConcurrentExclusiveTaskScheduler";
    private const byte Exclusive = 1;
    private readonly int _context, _mode;

    private SchedulerLayout(ClrType type, bool isContext)
        : base(type)
    {
        IsContext = isContext;
        IsPool = type.Name == "System.Threading.Tasks.ThreadPoolTaskScheduler";
        IsPair = type.Name == Pair;
        _context = isContext ? -1 : Reference("m_synchronizationContext");
        _mode = IsPair ? Value("m_processingMode") : -1;
    }

    public bool IsContext { get; }

    /// <summary>Whether it hands all over to the thread pool.</summary>
    public bool IsPool { get; }

    /// <summary>Whether it is one of a <c>ConcurrentExclusiveSchedulerPair</c>.</summary>
    public bool IsPair { get; }

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, "System.Threading.Tasks.TaskScheduler") ? new SchedulerLayout(type, isContext: false)
        : TypeNames.DerivesFrom(type, "System.Threading.SynchronizationContext") ? new SchedulerLayout(type, isContext: true)
        : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Keeping.Bytes;

    /// <summary>Gives the context that a scheduler posts to, 0 for none.</summary>
    public ulong Context(in ObjectBytes o) => o.Ref(_context);

    public bool IsExclusive(in ObjectBytes o) => (o.Int32(_mode) & Exclusive) != 0;
}
