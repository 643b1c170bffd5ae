using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>A search for the HTTP requests to a path or route: <c>/checkout</c> and what lies below it, or <c>GET /checkout/*</c>.</summary>
/// <param name="Text">The words as they were typed.</param>
/// <param name="Method">The method; null for any.</param>
/// <param name="Path">The path or route, with <c>*</c> and <c>?</c>; never ends with a slash, so that the root is empty.</param>
internal sealed record RequestWhat(string Text, string? Method, string Path) : What(Text)
{
    /// <summary>Reads the words; null when they are no request.</summary>
    public static RequestWhat? TryParse(string text, string word)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        var method = slash > 0 ? word[..slash].TrimEnd() : "";
        if (slash < 0 || method.Length == slash && slash > 0 || !method.All(char.IsAsciiLetter))
            return null;
        return new RequestWhat(text, method.Length == 0 ? null : method, word[slash..].TrimEnd('/'));
    }

    /// <inheritdoc/>
    public override Matcher On(TaskGraph graph, bool ignoreCase)
    {
        var tasks = graph.Requests.Where(r => IsMeant(r, ignoreCase)).Select(r => r.Task).ToHashSet();
        return new Matcher(tasks.Contains, _ => false);
    }

    // Methods are written in capitals, whatever was typed; a path is matched as it was sent.
    private bool IsMeant(RequestInfo request, bool ignoreCase) =>
        (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (Covers(request.Path, ignoreCase) || Covers(request.Route, ignoreCase));

    private bool Covers(string? path, bool ignoreCase) =>
        path is not null && (Glob.IsMatch(Path, path.TrimEnd('/'), ignoreCase) || Glob.IsMatch(Path + "/*", path, ignoreCase));
}
