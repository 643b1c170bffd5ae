using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads routing's <c>Endpoint</c>: its route's pattern.</summary>
internal sealed class RouteEndpointLayout : FieldsLayout
{
    private readonly int _pattern;

    private RouteEndpointLayout(ClrType type)
        : base(type) => _pattern = Reference("<RoutePattern>k__BackingField");

    public static ILayout? TryFor(ClrType type) => TypeNames.DerivesFrom(type, "Microsoft.AspNetCore.Http.Endpoint") ? new RouteEndpointLayout(type) : null;

    /// <summary>Gives the route of an endpoint as it was registered, with the slash that controllers leave out; null when it has none.</summary>
    public static string? Route(ObjectStore store, ulong endpoint) =>
        store.TryGet<RouteEndpointLayout>(endpoint, out var o, out var layout)
        && store.TryGet<RoutePatternLayout>(o.Ref(layout._pattern), out var pattern, out var text)
        && store.Text(text.Text(pattern)) is { } route
            ? (route.StartsWith('/') ? route : "/" + route)
            : null;
}
