using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>
/// A pattern for methods: <c>Method</c>, <c>Type.Method</c>, <c>Ns.Outer.Inner.Method</c>, with <c>*</c> and <c>?</c> within a name, and
/// <c>Method(int, string)</c> for one overload.
/// </summary>
internal sealed class MethodPattern
{
    private const int LongestPattern = 1000;
    private readonly GenericName[] _path;
    private readonly string[]? _parameters;

    private MethodPattern(string text, GenericName[] path, string[]? parameters) => (Text, _path, _parameters) = (text, path, parameters);

    /// <summary>Gets the pattern as it was typed.</summary>
    public string Text { get; }

    /// <summary>Gets the method's own name in the pattern.</summary>
    public string LastName => _path[^1].Name;

    /// <summary>Reads a pattern; throws <see cref="FormatException"/> for one that cannot name a method.</summary>
    public static MethodPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.Trim();
        if (rest.Length > LongestPattern)
            throw new FormatException($"A method pattern has at most {LongestPattern} characters.");
        string[]? parameters = null;
        if (rest.EndsWith(')') && OpeningOf(rest) is > 0 and var open)
        {
            parameters = [.. NameParts.List(rest[(open + 1)..^1]).Select(Squeeze)];
            rest = rest[..open].TrimEnd();
        }

        var path = NameParts.Path(rest);
        if (path.Count == 0 || path.Exists(string.IsNullOrWhiteSpace))
            throw new FormatException($"'{text}' does not name a method: write Method, Type.Method or Namespace.Type.Method.");
        return new MethodPattern(text, [.. path.Select(GenericName.Parse)], parameters);
    }

    /// <summary>Tells whether the pattern names this method.</summary>
    public bool Matches(TaskMethod method, bool ignoreCase) =>
        MethodPaths.Of(method).Any(path => EndsWithPattern(path, ignoreCase)) && ParametersFit(method.Parameters, ignoreCase);

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

    private bool ParametersFit(string parameters, bool ignoreCase)
    {
        if (_parameters is null)
            return true;
        var actual = NameParts.List(parameters);
        if (actual.Length != _parameters.Length)
            return false;
        for (var i = 0; i < actual.Length; i++)
        {
            if (!Glob.IsMatch(_parameters[i], Squeeze(actual[i]), ignoreCase))
                return false;
        }

        return true;
    }

    // Blanks count only between words ("ref int"), so "Map<int,string>" and "Map<int, string>" are the same.
    private static string Squeeze(string type) => type.Replace(", ", ",", StringComparison.Ordinal);

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
