using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>HttpMethod</c> and <c>Uri</c>, each a string in a wrapper.</summary>
internal sealed class HttpTextLayout : FieldsLayout
{
    private readonly int _text;

    private HttpTextLayout(ClrType type)
        : base(type) => _text = Reference("_method", "_string", "m_String");

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, "System.Net.Http.HttpMethod") || TypeNames.DerivesFrom(type, "System.Uri") ? new HttpTextLayout(type) : null;

    public ulong Text(in ObjectBytes o) => o.Ref(_text);
}
