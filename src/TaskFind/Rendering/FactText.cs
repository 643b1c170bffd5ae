using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says one fact of a resource, <c>fd:67</c>.</summary>
internal static class FactText
{
    /// <summary>Says what stands before the brackets: the resource's name, and that of its class when it has many.</summary>
    public static string Head(ResourceWait resource) =>
        resource.Facts.Any(f => f.Kind == WaitFactKind.Label)
            ? string.Join(' ', resource.Facts.Where(f => f.Kind == WaitFactKind.Label).Select(f => Escaping.Quoted(f.Words ?? "")).Prepend(Escaping.Name(resource.Name)))
            : Escaping.Name(resource.Name);

    /// <summary>Adds one fact to those of a resource.</summary>
    public static void Add(ref Bracketed text, in WaitFact fact)
    {
        switch (fact.Kind)
        {
            case WaitFactKind.Flag:
                text.Add(fact.Key);
                break;
            case WaitFactKind.Number:
                text.Add(fact.Key, fact.Number);
                break;
            case WaitFactKind.Share:
                text.Add(fact.Key, fact.Number, fact.Total);
                break;
            case WaitFactKind.Time:
                text.Add(fact.Key, Durations.Text(fact.Span));
                break;
            case WaitFactKind.TimeAtMost:
                text.Add(fact.Key, "<=" + Durations.Text(fact.Span));
                break;
            case WaitFactKind.TimeAtLeast:
                text.Add(fact.Key, ">=" + Durations.Text(fact.Span));
                break;
            case WaitFactKind.Name:
                text.Add(fact.Key, Escaping.Name(fact.Words ?? ""));
                break;
            default:
                text.Add(fact.Key, Escaping.Quoted(fact.Words ?? ""));
                break;
        }
    }
}
