namespace TaskFind.Rendering;

/// <summary>How much a repr says.</summary>
internal sealed record ReprOptions
{
    /// <summary>Gets whether nothing is left out: every hop, every task of a WhenAll, every callback, whole paths.</summary>
    public bool Full { get; init; }
}
