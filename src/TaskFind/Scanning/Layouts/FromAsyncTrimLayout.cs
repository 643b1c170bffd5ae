using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>TaskFactory&lt;T&gt;+FromAsyncTrimPromise&lt;T&gt;</c>: what a stream that has only <c>BeginRead</c> returns of <c>ReadAsync</c>.</summary>
internal sealed class FromAsyncTrimLayout : FieldsLayout, IPromiseLayout
{
    private FromAsyncTrimLayout(ClrType type)
        : base(type)
    {
    }

    public static IPromiseLayout? TryFor(ClrType type) =>
        type.Name is { } name && name.StartsWith("System.Threading.Tasks.TaskFactory<", StringComparison.Ordinal)
            && name.Contains("+FromAsyncTrimPromise<", StringComparison.Ordinal) ? new FromAsyncTrimLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node) =>
        node.Wait = context.Builder.Add(new WaitRow { Kind = WaitKind.Other, Address = promise.Address, Type = context.Builder.Intern("TaskFactory.FromAsync") });
}
