using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>How a timer stands, in milliseconds.</summary>
/// <param name="Left">What is left, negative when overdue.</param>
/// <param name="Of">The whole time.</param>
/// <param name="IsBound">Whether less may be left, or more overdue, since the clock is only a floor.</param>
internal readonly record struct TimerReading(long Left, long Of, bool IsBound)
{
    /// <summary>Gives the time left, or by how much it is overdue, as a fact.</summary>
    public WaitFact ToFact(string key) => Left < 0
        ? new WaitFact("overdue", IsBound ? WaitFactKind.TimeAtLeast : WaitFactKind.Time, -Left)
        : new WaitFact(key, IsBound ? WaitFactKind.TimeAtMost : WaitFactKind.Time, Left);
}
