using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>Task+WhenAllPromise</c>, which counts the tasks that are left and keeps no list of them: they are found as those that continue with it.</summary>
internal sealed class WhenAllPromiseLayout : FieldsLayout, IPromiseLayout
{
    private readonly int _left, _failed;

    private WhenAllPromiseLayout(ClrType type)
        : base(type)
    {
        _left = Value("_remainingToComplete", "m_count");
        _failed = Reference("_failedOrCanceled", "m_stateObject", "_stateObject");
    }

    public static IPromiseLayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.Tasks.Task+WhenAllPromise" ? new WhenAllPromiseLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        if (promise.Ref(_failed) is not 0 and var failed)
            context.NoteJoined(failed);
        node.Wait = context.Builder.Add(
            new WaitRow { Kind = WaitKind.WhenAll, Address = promise.Address, Count = Math.Max(promise.Int32(_left), 0) },
            context.ContinuedBy(promise.Address));
    }
}
