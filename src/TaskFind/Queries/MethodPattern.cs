using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>
/// A pattern for methods: <c>Method</c>, <c>Type.Method</c>, <c>Ns.Outer.Inner.Method</c>, with <c>*</c> and <c>?</c> within a name, and
/// <c>Method(int, string)</c> for one overload.
/// </summary>
internal sealed class MethodPattern
{
    private readonly GenericName[] _path;
    private readonly ParameterPattern? _parameters;

    private MethodPattern(string text, GenericName[] path, ParameterPattern? parameters) => (Text, _path, _parameters) = (text, path, parameters);

    /// <summary>Gets the pattern as it was typed.</summary>
    public string Text { get; }

    /// <summary>Gets the method's own name in the pattern.</summary>
    public string LastName => _path[^1].Name;

    /// <summary>Gets the longest part of <see cref="LastName"/> that stands in the name of every method it fits; null when none does, or when it is the compiler's.</summary>
    public string? Literal => LastName.Split('*', '?').MaxBy(part => part.Length) is { Length: > 0 } literal && !LastName.Contains('<', StringComparison.Ordinal) ? literal : null;

    /// <summary>Reads a pattern; throws <see cref="FormatException"/> for one that cannot name a method.</summary>
    public static MethodPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.Trim();
        if (rest.Length > Limits.Graph.PatternLength)
            throw new FormatException($"A method pattern has at most {Limits.Graph.PatternLength} characters.");
        ParameterPattern? parameters = null;
        if (rest.EndsWith(')') && OpeningOf(rest) is > 0 and var open)
        {
            parameters = ParameterPattern.Parse(rest[(open + 1)..^1]);
            rest = rest[..open].TrimEnd();
        }

        // Tools that print the runtime's names write a nested type as Outer+Inner.
        var path = NameParts.Path(rest.Replace('+', '.'));
        if (path.Count == 0 || path.Exists(IsNoName) || rest.EndsWith('.') || !NameParts.AreBracketsClosed(text))
            throw new FormatException($"'{text}' does not name a method: write Method, Type.Method or Namespace.Type.Method.");
        return new MethodPattern(text, [.. path.Select(GenericName.Parse)], parameters);
    }

    /// <summary>Gives the pattern for all overloads; null when this one is it.</summary>
    public MethodPattern? AnyOverload() => _parameters is null ? null : new MethodPattern(Text, _path, null);

    /// <summary>Gives the pattern for all methods of the type that has this name; null when parameters say that a method is meant.</summary>
    public MethodPattern? Members() => _parameters is null ? new MethodPattern(Text, [.. _path, new GenericName("*", null)], null) : null;

    /// <summary>Tells whether the pattern names this method.</summary>
    public bool Matches(TaskMethod method, bool ignoreCase) =>
        MethodPaths.Of(method).Any(path => EndsWithPattern(path, ignoreCase)) && _parameters?.Fits(method, ignoreCase) != false;

    /// <summary>Answers for each of several methods at once, in their order.</summary>
    public bool[] MatchAll(IReadOnlyList<TaskMethod> methods, bool ignoreCase)
    {
        var answers = new bool[methods.Count];
        for (var i = 0; i < answers.Length; i++)
            answers[i] = Matches(methods[i], ignoreCase);
        return answers;
    }

    private bool EndsWithPattern(GenericName[] path, bool ignoreCase)
    {
        if (path.Length < _path.Length)
            return false;
        for (var i = 1; i <= _path.Length; i++)
        {
            if (!_path[^i].Fits(path[^i], ignoreCase))
                return false;
        }

        return true;
    }

    private static bool IsNoName(string part) => string.IsNullOrWhiteSpace(part) || part.StartsWith('(');

    private static int OpeningOf(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }

        return -1;
    }
}
