using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads any other <c>IValueTaskSource</c> that holds a <c>ManualResetValueTaskSourceCore</c>.</summary>
internal sealed class ValueTaskSourceLayout : IPromiseLayout
{
    private ValueTaskSourceLayout(SourceCoreLayout source)
    {
        Source = source;
        Follow = [.. source.Follow];
    }

    public SourceCoreLayout Source { get; }

    public int Extent => Source.Extent;

    public IReadOnlyList<int> Follow { get; }

    public static ILayout? TryFor(ClrType type) =>
        !type.IsValueType && !type.IsArray && !type.IsString && SourceCoreLayout.TryFor(type) is { } source ? new ValueTaskSourceLayout(source) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node) => node.Wait = context.Builder.Add(
        new WaitRow { Kind = WaitKind.ValueTaskSource, Address = promise.Address, Type = context.Builder.Intern(promise.Type.DisplayName) }, []);
}
