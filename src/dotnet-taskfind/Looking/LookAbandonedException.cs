namespace TaskFind.Tool.Looking;

/// <summary>Says that a look neither ended nor gave up within its time and was left behind.</summary>
internal sealed class LookAbandonedException(TimeSpan after)
    : Exception($"The look did not come back within {after.TotalSeconds:0.#} s.");
