namespace TaskFind.Scanning.Holding;

/// <summary>A field that may hold something waited for.</summary>
/// <param name="Label">Its name as its author knows it, <c>DbPool._slots</c>.</param>
/// <param name="Rank">How well it names what it holds: the highest wins.</param>
internal sealed record HolderField(string Label, int Rank)
{
    /// <summary>Ranks fields: the program's before the framework's, then declared ones before locals in closures.</summary>
    public static int RankOf(bool isFramework, bool isClosure) => (isFramework ? 0 : 2) + (isClosure ? 0 : 1);
}
