using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries;

/// <summary>What tasks wait for in the end, as it is typed: a kind of wait as the JSON document calls it, or a circle of tasks.</summary>
internal sealed class WaitWord
{
    private const string Cycle = "cycle";
    private readonly WaitKind? _kind;

    private WaitWord(WaitKind? kind) => _kind = kind;

    /// <summary>Gets every word that can be read. A method's task is no end.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. Enum.GetNames<WaitKind>().Where(n => n != nameof(WaitKind.Task)).Select(n => char.ToLowerInvariant(n[0]) + n[1..]), Cycle];

    /// <summary>Reads a word, in upper or lower case, with hyphens or without; null when it is none of <see cref="Words"/>.</summary>
    public static WaitWord? TryParse(string word)
    {
        var plain = word.Replace("-", "", StringComparison.Ordinal);
        if (!Words.Contains(plain, StringComparer.OrdinalIgnoreCase))
            return null;
        return new WaitWord(Enum.TryParse<WaitKind>(plain, ignoreCase: true, out var kind) ? kind : null);
    }

    /// <summary>Tells whether a task that is not done waits so in the end, at first hand or by way of other methods.</summary>
    public bool Fits(TaskNode node, ChainLeaves leaves) => !node.IsDone && (_kind is { } kind ? leaves.Leaf(node) is { } leaf && (leaf.Kind == kind || leaf.Via?.Kind == kind) : leaves.IsCircle(node));
}
