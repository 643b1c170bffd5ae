using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Tells the method of a delegate: resolved once for each code pointer while the target stands still, named afterwards.</summary>
internal sealed class DelegateMethods
{
    private readonly Dictionary<ulong, MethodKey?> _methods = [];
    private ClrHeap? _heap;
    private CodeCatalogue? _code;

    /// <summary>Tells which runtime delegates are asked of while the target stands still.</summary>
    public void Use(ClrHeap heap) => _heap = heap;

    /// <summary>Tells who names the methods afterwards.</summary>
    public void Use(CodeCatalogue code) => _code = code;

    /// <summary>Resolves a delegate's method, unless its code pointer has been met.</summary>
    public void Note(in ObjectBytes o, DelegateLayout layout)
    {
        var code = layout.Code(o);
        if (_heap is null || code == 0 || _methods.ContainsKey(code))
            return;
        var target = _heap.GetObject(o.Address);
        _methods[code] = target.IsDelegate ? MethodKey.Of(target.AsDelegate().GetDelegateTarget()?.Method) : null;
    }

    /// <summary>Gives the method's index in the graph; -1 when it could not be told.</summary>
    public int MethodOf(in ObjectBytes o, DelegateLayout layout) =>
        KeyOf(o, layout) is { } key && _code is not null ? _code.Method(key) : -1;

    public MethodKey? KeyOf(in ObjectBytes o, DelegateLayout layout) => _methods.GetValueOrDefault(layout.Code(o));
}
