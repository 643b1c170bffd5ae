using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>Task+ContingentProperties</c>: what only few tasks have (an exception, a token, a context, children).</summary>
internal sealed class ContingentPropertiesLayout : FieldsLayout
{
    private readonly int _holder, _source, _requested, _context;

    private ContingentPropertiesLayout(ClrType type)
        : base(type)
    {
        _holder = Reference("m_exceptionsHolder", "_exceptionsHolder");
        _requested = Value("m_internalCancellationRequested", "_internalCancellationRequested");
        _source = Keep(Fields.Struct("m_cancellationToken", "_cancellationToken")?.Offset("_source", "m_source") ?? -1, follow: true);
        _context = Value("m_capturedContext", "_capturedContext");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.Tasks.Task+ContingentProperties" ? new ContingentPropertiesLayout(type) : null;

    public ulong ExceptionHolder(in ObjectBytes o) => o.Ref(_holder);

    public ulong CancellationSource(in ObjectBytes o) => o.Ref(_source);

    /// <summary>Gives the execution context that a delegate runs in.</summary>
    public ulong Context(in ObjectBytes o) => o.Ref(_context);

    public bool IsCancellationRequested(in ObjectBytes o) => o.Int32(_requested) != 0;
}
