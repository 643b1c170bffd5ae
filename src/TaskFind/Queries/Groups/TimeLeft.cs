using TaskFind.Model;

namespace TaskFind.Queries.Groups;

/// <summary>How long a wait still lasts by itself.</summary>
/// <param name="Left">The time left, negative when it is overdue.</param>
/// <param name="IsBound">Whether less may be left, or more overdue: a dump does not tell when it was written.</param>
internal readonly record struct TimeLeft(TimeSpan Left, bool IsBound) : IComparable<TimeLeft>
{
    /// <summary>Gives the time of a wait that a timer ends; null for any other and where the timer was not read.</summary>
    public static TimeLeft? Of(Wait? wait)
    {
        if (wait is DelayWait { Left: { } left } delay)
            return new TimeLeft(left, delay.IsBound);
        foreach (var fact in wait?.Facts ?? [])
        {
            if (fact.Kind is not (WaitFactKind.Time or WaitFactKind.TimeAtMost or WaitFactKind.TimeAtLeast))
                continue;
            if (fact.Key == "left")
                return new TimeLeft(fact.Span, fact.Kind != WaitFactKind.Time);
            if (fact.Key == "overdue")
                return new TimeLeft(-fact.Span, fact.Kind != WaitFactKind.Time);
        }

        return wait?.Via is { } via ? Of(via) : null;
    }

    /// <inheritdoc/>
    public int CompareTo(TimeLeft other) => Left.CompareTo(other.Left);
}
