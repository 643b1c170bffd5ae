namespace TaskFind.Queries;

/// <summary>One name of a path, with its type parameters apart: <c>Run&lt;T&gt;</c> is <c>Run</c> and <c>T</c>.</summary>
/// <param name="Name">The name alone.</param>
/// <param name="Arguments">The type parameters; null where none are written.</param>
internal sealed record GenericName(string Name, string[]? Arguments)
{
    /// <summary>Reads a name; one that the compiler made (<c>&lt;lambda&gt;</c>) is taken as it is.</summary>
    public static GenericName Parse(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        return open <= 0 || !text.EndsWith('>')
            ? new GenericName(text, null)
            : new GenericName(text[..open], Arguments(text[(open + 1)..^1]));

        // "<,>" names two parameters without calling them anything.
        static string[] Arguments(string inside) => inside.Trim().Length == 0 ? ["*"] : [.. NameParts.List(inside).Select(a => a.Length == 0 ? "*" : a)];
    }

    /// <summary>Tells whether this pattern fits a name: without type parameters it fits any.</summary>
    public bool Fits(GenericName name, bool ignoreCase)
    {
        if (!Glob.IsMatch(Name, name.Name, ignoreCase))
            return false;
        if (Arguments is null)
            return true;
        if (Arguments.Length != (name.Arguments?.Length ?? 0))
            return false;
        for (var i = 0; i < Arguments.Length; i++)
        {
            if (!Glob.IsMatch(Arguments[i], name.Arguments![i], ignoreCase))
                return false;
        }

        return true;
    }
}
