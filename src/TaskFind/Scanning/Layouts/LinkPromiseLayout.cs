using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads promises that stand for one other thing and name it: <c>ContinueWith</c>, <c>ValueTask.AsTask</c>.</summary>
internal sealed class LinkPromiseLayout : FieldsLayout, IPromiseLayout
{
    private static readonly string[] s_types =
    [
        "System.Threading.Tasks.ContinuationTaskFrom",
        "System.Threading.Tasks.ContinuationResultTaskFrom",
        "System.Threading.Tasks.ValueTask+ValueTaskSourceAsTask",
        "System.Threading.Tasks.ValueTask<",
    ];

    private readonly int _next;

    private LinkPromiseLayout(ClrType type)
        : base(type) => _next = Reference("m_antecedent", "_antecedent", "_source");

    public static IPromiseLayout? TryFor(ClrType type) =>
        type.Name is { } name && s_types.Any(t => name.StartsWith(t, StringComparison.Ordinal)) ? new LinkPromiseLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node) => context.Await(promise.Ref(_next), ref node);
}
