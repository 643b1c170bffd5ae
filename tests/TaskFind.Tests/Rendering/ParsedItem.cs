namespace TaskFind.Tests.Rendering;

/// <summary>One item of <c>wait_for</c>, <c>cb</c> or a resource's list, as <see cref="ReprParser"/> read it.</summary>
/// <param name="Kind">"hop", "resource", "fact", "dots", "leftOut" or "thread".</param>
/// <param name="Text">The name, or what was left out.</param>
internal sealed record ParsedItem(string Kind, string Text)
{
    public string? Parameters { get; init; }
    public ParsedStand? Stand { get; init; }
    public string? Value { get; init; }
    public IReadOnlyList<ParsedItem> Facts { get; init; } = [];
}
