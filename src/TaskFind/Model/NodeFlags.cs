namespace TaskFind.Model;

/// <summary>Facts about a node that need one bit each.</summary>
[Flags]
internal enum NodeFlags : byte
{
    None = 0,
    Framework = 1,

    /// <summary>It is a pending completion source, and something alive can complete it.</summary>
    CanComplete = 2,

    /// <summary>It is a pending completion source, and nothing alive can complete it.</summary>
    CannotComplete = 4,

    /// <summary>Some root of the garbage collector leads to it.</summary>
    Reachable = 8,

    /// <summary>It failed or was cancelled, and a join that is not done will pass that on.</summary>
    Joined = 16,
}
