using TaskFind.Model;

namespace TaskFind.Scanning.Walking;

/// <summary>What one worker of the walk could not read; a heap of nothing but torn places says the same again and again, so there is an end of it.</summary>
internal sealed class WalkGaps
{
    private readonly List<(string What, string Why)> _gaps = [];

    public IReadOnlyList<(string What, string Why)> All => _gaps;

    public void Add(string what, string why)
    {
        if (_gaps.Count < Limits.Scan.GapsOfAWalk)
            _gaps.Add((what, why));
        else if (_gaps.Count == Limits.Scan.GapsOfAWalk)
            _gaps.Add(("part of the heap", "more places like these were not counted"));
    }

    public void Clear() => _gaps.Clear();
}
