using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>The loaded methods that a pattern names: the program's own, or the framework's when the program has none of that name.</summary>
internal sealed class LoadedMatches
{
    private readonly IReadOnlyList<LoadedMethod> _methods;

    private LoadedMatches(IReadOnlyList<LoadedMethod> methods) => _methods = methods;

    /// <summary>Gets whether the pattern names nothing that is loaded.</summary>
    public bool IsEmpty => _methods.Count == 0;

    /// <summary>Compares all methods with a pattern, without regard to case when nothing fits otherwise.</summary>
    public static LoadedMatches Of(IReadOnlyList<LoadedMethod> loaded, MethodPattern pattern)
    {
        var fit = Fitting(loaded, pattern, ignoreCase: false);
        if (fit.Count == 0)
            fit = Fitting(loaded, pattern, ignoreCase: true);
        List<LoadedMethod> own = [.. fit.Where(l => !l.Method.IsFramework)];

        // A compiler's own types (<>f__AnonymousType0) are nobody's example.
        return new LoadedMatches([.. (own.Count > 0 ? own : fit).OrderBy(l => l.Method.Type.StartsWith('<'))]);
    }

    /// <summary>Names one method of a shape, and how many more there are; null when there is none.</summary>
    public string? Example(MethodShape shape)
    {
        List<LoadedMethod> fit = [.. _methods.Where(l => l.Shape == shape)];
        return fit.Count == 0 ? null : fit[0].Method.DisplayName + (fit.Count == 1 ? "" : $" (and {fit.Count - 1} more like it)");
    }

    /// <summary>Gets how many of them have parameters of their own.</summary>
    public int SignatureCount => _methods.Select(l => l.Method.Signature).Distinct().Count();

    /// <summary>Gives the first few with their parameters.</summary>
    public IReadOnlyList<string> Signatures() => [.. _methods.Select(l => l.Method.Signature).Distinct().Take(Limits.Graph.Signatures)];

    private static List<LoadedMethod> Fitting(IReadOnlyList<LoadedMethod> loaded, MethodPattern pattern, bool ignoreCase) =>
        [.. loaded.Where(l => pattern.Matches(l.Method, ignoreCase))];
}
