using System.Runtime.InteropServices;
using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Holding;

/// <summary>Tells which field or collection holds something that is waited for, out of what the walk kept: no second look at the heap.</summary>
internal sealed class HolderIndex
{
    private readonly ObjectStore _store;
    private readonly Action<string, string> _gap;
    private readonly Dictionary<ulong, HolderField> _fields = [];
    private readonly Dictionary<ulong, ulong> _containers = [];

    public HolderIndex(ObjectStore store, IReadOnlyList<(HolderField Field, ulong Value)> statics, Action<string, string> gap)
    {
        (_store, _gap) = (store, gap);
        foreach (var (field, value) in statics)
            Note(value, field);
        foreach (var i in store.Roots.Of<HolderLayout>())
        {
            var o = store.Roots.BytesOf(store.Roots[i]);
            if (o.Type.Layout is HolderLayout holder)
                NoteFields(o, holder.Fields);
        }

        foreach (var i in store.Roots.Of<ContainerLayout>())
            NoteItems(store.Roots.BytesOf(store.Roots[i]));
        NoteLocals();
    }

    /// <summary>Gives the facts that name what holds an object: the field, and the collection when it lies in one.</summary>
    public IReadOnlyList<WaitFact> FactsOf(ulong held)
    {
        var own = _fields.GetValueOrDefault(held);
        string? collection = null;
        for (var hops = 0; _containers.TryGetValue(held, out var container); hops++)
        {
            if (hops == Limits.Scan.ContainerHops)
            {
                if (own is null)
                    _gap("the field that holds what is waited for", $"more than {hops} collections, or nodes of one, lie in between");
                break;
            }

            // The outermost part of the collection is the collection itself.
            if (_store.TryGet<ContainerLayout>(container, out _, out var layout))
                collection = layout.Collection;
            if (_fields.TryGetValue(container, out var field) && (own is null || field.Rank > own.Rank))
                return [WaitFact.Text("field", field.Label), WaitFact.Name("in", collection ?? "?")];
            held = container;
        }

        return own is not null ? [WaitFact.Text("field", own.Label)] : collection is not null ? [WaitFact.Name("in", collection)] : [];
    }

    private void NoteLocals()
    {
        for (var i = 0; _store.Roots.AnyHasLocals && i < _store.Roots.Count; i++)
        {
            var locals = _store.Roots.TypeOf(_store.Roots[i]).Locals;
            if (locals.Count > 0)
                NoteFields(_store.Roots.BytesOf(_store.Roots[i]), locals);
        }
    }

    private void NoteFields(in ObjectBytes o, IReadOnlyList<HolderSlot> fields)
    {
        foreach (var (offset, field) in fields)
            Note(o.Ref(offset), field);
    }

    private void Note(ulong value, HolderField field)
    {
        if (_store.Roots.Find(value) < 0)
            return;
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(_fields, value, out var known);
        if (!known || best!.Rank < field.Rank)
            best = field;
    }

    private void NoteItems(in ObjectBytes container)
    {
        if (!ContainerLayout.IsWhole(container))
            _gap("a collection of things that are waited for", $"only its first {container.Length} bytes were searched");
        for (int i = 0, words = ContainerLayout.Words(container); i < words; i++)
        {
            var word = ContainerLayout.Word(container, i);
            if (word != container.Address && (word & 7) == 0 && _store.Roots.Find(word) >= 0)
                _containers.TryAdd(word, container.Address);
        }
    }
}
