using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>UnwrapPromise&lt;T&gt;</c>, made by <c>Task.Run(async …)</c>: it names nothing, so what it stands for is what continues with it.</summary>
internal sealed class UnwrapPromiseLayout : FieldsLayout, IPromiseLayout
{
    private UnwrapPromiseLayout(ClrType type)
        : base(type)
    {
    }

    public static IPromiseLayout? TryFor(ClrType type) =>
        type.Name?.StartsWith("System.Threading.Tasks.UnwrapPromise<", StringComparison.Ordinal) == true ? new UnwrapPromiseLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        if (context.ContinuedBy(promise.Address) is [var inner, ..])
            node.Awaits = inner;
    }
}
