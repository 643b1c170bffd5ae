using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads Kestrel's <c>HttpProtocol</c>, the base of <c>Http1Connection</c> and of the streams of HTTP/2 and 3.</summary>
internal sealed class HttpProtocolLayout : FieldsLayout
{
    private const int ResponseCompleted = 6;
    private static readonly string[] s_methods = ["GET", "PUT", "DELETE", "POST", "HEAD", "TRACE", "PATCH", "CONNECT", "OPTIONS"];
    private readonly int _status, _method, _methodText, _path, _target, _endpoint;

    private HttpProtocolLayout(ClrType type)
        : base(type)
    {
        _status = Value("_requestProcessingStatus");
        _method = Value("<Method>k__BackingField");
        _methodText = Reference("_methodText");
        _path = Reference("<Path>k__BackingField");
        _target = Reference("<RawTarget>k__BackingField");
        _endpoint = Reference("_endpoint");
    }

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, "Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http.HttpProtocol") ? new HttpProtocolLayout(type) : null;

    public bool IsCompleted(in ObjectBytes o) => o.Int32(_status) >= ResponseCompleted;

    /// <summary>Gives the method; its text is made only when somebody asks for it.</summary>
    public string? Method(ObjectStore store, in ObjectBytes o) =>
        store.Text(o.Ref(_methodText)) ?? (_method >= 0 && o.Byte(_method) is var method && method < s_methods.Length ? s_methods[method] : null);

    public string? Path(ObjectStore store, in ObjectBytes o) => store.Text(o.Ref(_path)) ?? store.Text(o.Ref(_target))?.Split('?')[0];

    public ulong Endpoint(in ObjectBytes o) => o.Ref(_endpoint);
}
