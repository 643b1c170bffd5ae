using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads a compiler-made state machine, a struct inside its box (Release) or an object of its own (Debug).</summary>
internal sealed class MachineLayout
{
    /// <summary>A method that runs now or has not suspended yet.</summary>
    public const int Running = -1;

    private readonly int _state, _builderTask;
    private readonly int[] _tokens;

    private MachineLayout(ClrType type, TypeFields fields, int state)
    {
        (Type, Fields, _state) = (type, fields, state);
        var builder = fields.Struct("<>t__builder", "$Builder") ?? fields.Struct("Data")?.Struct("MethodBuilder");
        Builder = builder?.Type.Name ?? "";
        IsAsyncVoid = Builder.EndsWith("AsyncVoidMethodBuilder", StringComparison.Ordinal);
        IsValueTask = Builder.Contains(".AsyncValueTaskMethodBuilder", StringComparison.Ordinal);
        IsPooled = Builder.Contains(".PoolingAsync", StringComparison.Ordinal);
        _builderTask = BuilderTask(builder);
        Awaiters = [.. AwaiterSlots.Of(fields)];
        _tokens = [.. Tokens(fields)];
        Known = KnownMachines.Find(fields);
        IsIterator = fields.Find("<>v__promiseOfValueOrEnd") is not null;
        Promise = fields.Struct("<>v__promiseOfValueOrEnd") is { } core ? new SourceCoreLayout(core) : null;
    }

    /// <summary>The type that holds <c>MoveNext</c>.</summary>
    public ClrType Type { get; }

    /// <summary>Its fields, where they lie in the holding object.</summary>
    public TypeFields Fields { get; }

    /// <summary>The type name of the method builder, which tells async void and pooled methods from others.</summary>
    public string Builder { get; }

    public bool IsAsyncVoid { get; }

    public bool IsValueTask { get; }

    public bool IsPooled { get; }

    public bool IsIterator { get; }

    public AwaiterSlot[] Awaiters { get; }

    /// <summary>What reads more than the place from a machine of the framework; null for other machines.</summary>
    public IKnownMachine? Known { get; }

    /// <summary>The core that an iterator's consumer awaits; null for other machines.</summary>
    public SourceCoreLayout? Promise { get; }

    /// <summary>Gets where the builder's task lies in the holding object, or -1.</summary>
    public int BuilderTaskAt => _builderTask;

    /// <summary>Gets whether the method has cancellation tokens, as parameters or locals.</summary>
    public bool HasTokens => _tokens.Length > 0;

    /// <summary>The offsets that are worth following from the holding object.</summary>
    public IEnumerable<int> Follow => Awaiters.Select(a => a.Offset).Append(_builderTask).Concat(Promise?.Follow ?? []).Concat(Known?.Follow ?? []);

    public int Extent => Follow.Concat(_tokens).Append(_state).Max() + 8;

    /// <summary>Finds the fields of a machine that begins at <paramref name="fields"/>; null when the type is none, as that of a plain iterator.</summary>
    public static MachineLayout? TryFor(ClrType type, TypeFields fields)
    {
        var state = fields.Offset("<>1__state", "$State", "ResumptionPoint");
        var isAsync = fields.Find("<>t__builder", "$Builder", "ResumptionPoint") is not null;
        return state >= 0 && isAsync ? new MachineLayout(type, fields, state) : null;
    }

    public int State(in ObjectBytes o) => o.Int32(_state);

    /// <summary>Records state and awaited object; false when the bytes are needed to tell the latter, or more.</summary>
    public bool Capture(in ObjectBytes o, ref RootRecord record)
    {
        record.State = State(o);
        var suffices = HasOneSource(o);
        for (var i = 0; i < Awaiters.Length; i++)
        {
            if (Awaiters[i] is not { Offset: >= 0 } awaiter || o.Ref(awaiter.Offset) is not (not 0 and var awaited))
                continue;
            if (awaiter.IsObject || record.Slot >= 0 || i > RootRecord.LastSlot)
            {
                record.Slot = RootRecord.AskCopy;
                return false;
            }

            (record.Slot, record.Awaited) = (i, awaited);
        }

        return suffices && Known is null;
    }

    /// <summary>Gives the sources of the cancellation tokens that the method was given or keeps; 0 for a token that cannot be cancelled.</summary>
    public ulong[] Tokens(in ObjectBytes o)
    {
        var sources = new ulong[_tokens.Length];
        for (var i = 0; i < sources.Length; i++)
            sources[i] = o.Ref(_tokens[i]);
        return sources;
    }

    /// <summary>Gives the first of them that can be cancelled; 0 for none.</summary>
    public ulong FirstToken(in ObjectBytes o)
    {
        foreach (var token in _tokens)
        {
            if (o.Ref(token) is not 0 and var source)
                return source;
        }

        return 0;
    }

    /// <summary>Gives the builder's task: the box of an iterator or of a pooled method that is in use.</summary>
    public ulong BuilderTask(in ObjectBytes o) => o.Ref(_builderTask);

    /// <summary>Tells whether all tokens that can be cancelled are of one source; of several, the bytes are needed.</summary>
    private bool HasOneSource(in ObjectBytes o)
    {
        var first = FirstToken(o);
        foreach (var token in _tokens)
        {
            if (o.Ref(token) is not 0 and var source && source != first)
                return false;
        }

        return true;
    }

    private static IEnumerable<int> Tokens(TypeFields machine)
    {
        foreach (var field in machine.All)
        {
            if (field.IsValueType && field.Type?.Name == "System.Threading.CancellationToken" && machine.Struct(field)?.Offset("_source", "m_source") is >= 0 and var source)
                yield return source;
        }
    }

    private static int BuilderTask(TypeFields? builder)
    {
        for (var depth = 0; builder is { } fields && depth < Limits.Scan.BuilderDepth; depth++)
        {
            if (fields.Offset("m_task", "_task") is >= 0 and var offset)
                return offset;
            builder = fields.Struct("_builder", "m_builder", "_methodBuilder");
        }

        return -1;
    }
}
