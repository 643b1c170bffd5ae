using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads routing's <c>RoutePattern</c>: the text it was made of.</summary>
internal sealed class RoutePatternLayout : FieldsLayout
{
    private readonly int _text;

    private RoutePatternLayout(ClrType type)
        : base(type) => _text = Reference("<RawText>k__BackingField");

    public static ILayout? TryFor(ClrType type) => type.Name == "Microsoft.AspNetCore.Routing.Patterns.RoutePattern" ? new RoutePatternLayout(type) : null;

    public ulong Text(in ObjectBytes o) => o.Ref(_text);
}
