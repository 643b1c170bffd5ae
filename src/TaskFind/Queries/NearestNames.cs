using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>Finds the methods whose names are most like a pattern that matched nothing.</summary>
internal static class NearestNames
{
    /// <summary>
    /// The rule: a name is near when it contains the pattern, or is contained in it, or differs from it by few letters (a third of its
    /// length, at least two). Wrongly yes: short names ("Get") are near to many. Wrongly no: a name with its words in another order.
    /// </summary>
    public static IReadOnlyList<string> Of(MethodPattern pattern, TaskGraph graph)
    {
        var wanted = Cut(pattern.LastName.Replace("*", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal).ToUpperInvariant());
        if (wanted.Length == 0)
            return [];
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var method in (graph.LoadedMethods ?? []).Select(l => l.Method).Concat(graph.Methods).Take(Limits.Graph.ComparedMethods))
        {
            if (MethodPaths.Of(method)[0] is [.., var last] && Score(wanted, Cut(last.Name.ToUpperInvariant())) is { } score)
                scores.TryAdd(method.DisplayName, (score * 2) + (method.IsFramework ? 1 : 0));
        }

        return [.. scores.OrderBy(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(Limits.Graph.NearestNames).Select(s => s.Key)];
    }

    private static string Cut(string name) => name.Length > Limits.Graph.ComparedLength ? name[..Limits.Graph.ComparedLength] : name;

    private static int? Score(string wanted, string name)
    {
        var limit = Math.Max(2, wanted.Length / 3);
        var difference = Math.Abs(wanted.Length - name.Length);
        var shorter = Math.Min(wanted.Length, name.Length);
        if (shorter >= 3 && (name.Contains(wanted, StringComparison.Ordinal) || wanted.Contains(name, StringComparison.Ordinal)))
            return Math.Min(difference, limit);
        if (difference > limit)
            return null;
        var distance = Distance(wanted, name);
        return distance <= limit && distance < shorter ? distance : null;
    }

    /// <summary>Counts the letters to insert, drop, replace or swap with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> before = stackalloc int[Limits.Graph.ComparedLength + 1], last = stackalloc int[Limits.Graph.ComparedLength + 1], row = stackalloc int[Limits.Graph.ComparedLength + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var best = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, before[j - 2] + 1);
                row[j] = best;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[b.Length];
    }
}
