using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>AsyncMethodBuilderCore+ContinuationWrapper</c>, put round a continuation while TPL events are on.</summary>
internal sealed class ContinuationWrapperLayout : FieldsLayout
{
    private readonly int _continuation;

    private ContinuationWrapperLayout(ClrType type)
        : base(type) => _continuation = Reference("_continuation", "m_continuation");

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Runtime.CompilerServices.AsyncMethodBuilderCore+ContinuationWrapper" ? new ContinuationWrapperLayout(type) : null;

    public ulong Continuation(in ObjectBytes o) => o.Ref(_continuation);
}
