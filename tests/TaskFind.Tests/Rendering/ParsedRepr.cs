namespace TaskFind.Tests.Rendering;

/// <summary>A repr, as <see cref="ReprParser"/> read it.</summary>
internal sealed record ParsedRepr(string Type, string? State, string? Name)
{
    public ParsedItem? Coro { get; init; }
    public IReadOnlyList<ParsedItem>? Request { get; init; }
    public IReadOnlyList<ParsedItem>? WaitFor { get; init; }
    public ParsedContext? Locals { get; init; }
    public ParsedContext? Context { get; init; }
    public string? ExceptionType { get; init; }
    public string? ExceptionMessage { get; init; }
    public string? Result { get; init; }
    public IReadOnlyList<ParsedItem>? Callbacks { get; init; }
}
