using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says one fact of a resource, <c>fd:67</c>.</summary>
internal static class FactText
{
    public static string Of(WaitFact fact) => fact.Kind switch
    {
        WaitFactKind.Flag => fact.Key,
        WaitFactKind.Number => string.Create(CultureInfo.InvariantCulture, $"{fact.Key}:{fact.Number}"),
        WaitFactKind.Time => $"{fact.Key}:{Durations.Text(fact.Span)}",
        WaitFactKind.TimeAtMost => $"{fact.Key}:<={Durations.Text(fact.Span)}",
        WaitFactKind.TimeAtLeast => $"{fact.Key}:>={Durations.Text(fact.Span)}",
        WaitFactKind.Name => $"{fact.Key}:{Escaping.Name(fact.Words ?? "")}",
        _ => $"{fact.Key}:{Escaping.Quoted(fact.Words ?? "")}",
    };
}
