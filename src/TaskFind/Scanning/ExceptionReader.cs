using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Reads what ended a task badly, and whether cancellation was asked for, from its contingent properties.</summary>
internal sealed class ExceptionReader(ObjectStore store)
{
    public ExceptionInfo? Read(ulong contingent)
    {
        if (!store.TryGet<ContingentPropertiesLayout>(contingent, out var o, out var properties)
            || !store.TryGet<ExceptionHolderLayout>(properties.ExceptionHolder(o), out var held, out var holder))
        {
            return null;
        }

        var exception = FirstFault(holder.Faults(held));
        if (exception == 0)
            exception = Unwrap(holder.Cancellation(held));
        if (!store.TryGet(exception, out var e))
            return null;
        var message = e.Type.Layout is ExceptionLayout layout ? store.Text(layout.Message(e)) : null;
        return new ExceptionInfo(e.Type.DisplayName, message, holder.IsHandled(held));
    }

    public bool IsCancellationRequested(ulong contingent) =>
        store.TryGet<ContingentPropertiesLayout>(contingent, out var o, out var properties)
        && (properties.IsCancellationRequested(o)
            || (store.TryGet<CancellationSourceLayout>(properties.CancellationSource(o), out var source, out var layout) && layout.IsRequested(source)));

    private ulong FirstFault(ulong faults)
    {
        if (!store.TryGet<ListLayout>(faults, out var list, out var layout) || !store.TryGet<ArrayLayout>(layout.Items(list), out var items, out _))
            return 0;
        for (int i = 0, size = Math.Min(layout.Size(list), ArrayLayout.Length(items)); i < size; i++)
        {
            if (Unwrap(ArrayLayout.Element(items, i)) is not 0 and var exception)
                return exception;
        }

        return 0;
    }

    private ulong Unwrap(ulong info) => store.TryGet<DispatchInfoLayout>(info, out var o, out var layout) ? layout.Exception(o) : 0;
}
