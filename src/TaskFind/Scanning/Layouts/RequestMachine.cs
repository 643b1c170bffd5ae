using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads Kestrel's <c>HttpProtocol.ProcessRequests</c>, one for each connection (HTTP/2: stream): the request that it handles, if it does.</summary>
internal sealed class RequestMachine : IKnownMachine
{
    private readonly int _protocol, _context;

    private RequestMachine(int protocol, int context) => (_protocol, _context) = (protocol, context);

    public IReadOnlyList<int> Follow => [_protocol, _context];

    public static IKnownMachine? TryFor(string name, TypeFields machine) =>
        name.StartsWith("Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http.HttpProtocol+<ProcessRequests>", StringComparison.Ordinal)
        && machine.Offset("<>4__this") is >= 0 and var protocol
            ? new RequestMachine(protocol, Context(machine))
            : null;

    public void Describe(in ObjectBytes machine, WaitContext context, int ordinal, ref NodeRow node)
    {
        // A connection that is kept alive stands in the same method, between requests: then the local is null.
        var handled = machine.Ref(_context);
        if (handled == 0 || !context.Store.TryGet<HttpProtocolLayout>(machine.Ref(_protocol), out var protocol, out var layout) || layout.IsCompleted(protocol))
            return;
        var age = context.Store.TryGet<HostingContextLayout>(handled, out var hosting, out var start) ? start.Age(hosting, context) : null;
        context.Builder.Add(new RequestRow
        {
            Node = ordinal,
            Method = context.Builder.Intern(layout.Method(context.Store, protocol)),
            Path = context.Builder.Intern(layout.Path(context.Store, protocol)),
            Route = context.Builder.Intern(RouteEndpointLayout.Route(context.Store, layout.Endpoint(protocol))),
            Age = age ?? WaitRow.NoTime,
        });
    }

    /// <summary>Finds the local <c>context</c>, which the compiler numbers.</summary>
    private static int Context(TypeFields machine) =>
        machine.All.FirstOrDefault(f => f.IsObjectReference && f.Name?.StartsWith("<context>", StringComparison.Ordinal) == true) is { } field
            ? machine.OffsetOf(field)
            : -1;
}
