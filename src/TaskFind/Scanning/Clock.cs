namespace TaskFind.Scanning;

/// <summary>The target's clock at the look, in milliseconds of <c>Environment.TickCount64</c>.</summary>
/// <param name="Ticks">The time.</param>
/// <param name="IsFloor">Whether it may have been later, as of a dump, which does not tell when it was written.</param>
internal readonly record struct Clock(long Ticks, bool IsFloor);
