namespace TaskFind.Scanning.Code;

/// <summary>Holds one suspension point as the IL alone tells it; the numbers are instruction indexes.</summary>
/// <param name="State">The state the machine has while it is suspended there.</param>
/// <param name="IsYield">Whether it is a yield return, not an await.</param>
/// <param name="Store">The store of the state.</param>
/// <param name="Awaiter">The call that gets the awaiter; -1 where it was not found.</param>
/// <param name="Resume">The first instruction after the way out.</param>
/// <param name="AwaiterField">The field that keeps the awaiter; null for a yield return.</param>
/// <param name="AwaiterType">The awaiter's type as the builder was told it; null where it was not found.</param>
internal sealed record RawSite(int State, bool IsYield, int Store, int Awaiter, int Resume, string? AwaiterField, string? AwaiterType)
{
    /// <summary>The instruction whose line is the line of the site.</summary>
    public int Lookup => Awaiter >= 0 ? Awaiter : Store;
}
