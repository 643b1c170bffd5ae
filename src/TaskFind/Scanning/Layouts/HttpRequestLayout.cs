using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>HttpRequestMessage</c>: the method and the address of a client's request.</summary>
internal sealed class HttpRequestLayout : FieldsLayout
{
    private readonly int _method, _uri;

    private HttpRequestLayout(ClrType type)
        : base(type)
    {
        _method = Reference("_method");
        _uri = Reference("_requestUri");
    }

    public static ILayout? TryFor(ClrType type) => TypeNames.DerivesFrom(type, "System.Net.Http.HttpRequestMessage") ? new HttpRequestLayout(type) : null;

    public IEnumerable<WaitFact> Facts(ObjectStore store, ObjectBytes o)
    {
        var facts = new List<WaitFact>(2);
        if (Text(store, o.Ref(_method)) is { } method)
            facts.Add(WaitFact.Name("method", method));
        if (Text(store, o.Ref(_uri)) is { } url)
            facts.Add(WaitFact.Text("url", url));
        return facts;
    }

    private static string? Text(ObjectStore store, ulong address) =>
        store.TryGet<HttpTextLayout>(address, out var o, out var layout) ? store.Text(layout.Text(o)) : null;
}
