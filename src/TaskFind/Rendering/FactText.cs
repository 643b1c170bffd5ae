using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says one fact of a resource, <c>fd:67</c>.</summary>
internal static class FactText
{
    /// <summary>Says what stands before the brackets: the resource's name, and that of its class when it has many.</summary>
    public static string Head(ResourceWait resource) =>
        string.Join(' ', resource.Facts.Where(f => f.Kind == WaitFactKind.Label).Select(f => Escaping.Quoted(f.Words ?? "")).Prepend(Escaping.Name(resource.Name)));

    /// <summary>Says the facts that stand between the brackets.</summary>
    public static IEnumerable<string> Inside(Wait wait) => wait.Facts.Where(f => f.Kind != WaitFactKind.Label).Select(Of);

    private static string Of(WaitFact fact) => fact.Kind switch
    {
        WaitFactKind.Flag => fact.Key,
        WaitFactKind.Number => string.Create(CultureInfo.InvariantCulture, $"{fact.Key}:{fact.Number}"),
        WaitFactKind.Share => string.Create(CultureInfo.InvariantCulture, $"{fact.Key}:{fact.Number}/{fact.Total}"),
        WaitFactKind.Time => $"{fact.Key}:{Durations.Text(fact.Span)}",
        WaitFactKind.TimeAtMost => $"{fact.Key}:<={Durations.Text(fact.Span)}",
        WaitFactKind.TimeAtLeast => $"{fact.Key}:>={Durations.Text(fact.Span)}",
        WaitFactKind.Name => $"{fact.Key}:{Escaping.Name(fact.Words ?? "")}",
        _ => $"{fact.Key}:{Escaping.Quoted(fact.Words ?? "")}",
    };
}
