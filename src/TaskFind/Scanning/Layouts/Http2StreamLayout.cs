using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>Http2Connection+Http2Stream</c>: one request of an HTTP/2 client, which waits for its answer's headers or body.</summary>
internal sealed class Http2StreamLayout : FieldsLayout, IPromiseLayout
{
    private readonly int _id, _request, _headers;

    private Http2StreamLayout(ClrType type)
        : base(type)
    {
        _id = Value("<StreamId>k__BackingField", "_streamId");
        _request = Reference("_request");
        _headers = Value("_responseHeadersReceived");
    }

    public static ILayout? TryFor(ClrType type) => type.Name == "System.Net.Http.Http2Connection+Http2Stream" ? new Http2StreamLayout(type) : null;

    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        var facts = new List<WaitFact> { WaitFact.Flag(promise.Bool(_headers) ? "body" : "headers"), WaitFact.Of("stream", promise.Int32(_id)) };
        if (context.Store.TryGet<HttpRequestLayout>(promise.Ref(_request), out var request, out var layout))
            facts.AddRange(layout.Facts(context.Store, request));
        var row = new WaitRow { Kind = WaitKind.HttpStream, Address = promise.Address, Type = context.Builder.Intern("Http2Stream") };
        node.Wait = context.Builder.Add(row, facts.ToArray().AsSpan());
    }
}
