namespace TaskFind.Model;

/// <summary>Facts about a node that need one bit each.</summary>
[Flags]
internal enum NodeFlags : byte
{
    None = 0,
    Framework = 1,

    /// <summary>It failed or was cancelled, and a join that is not done will pass that on.</summary>
    Joined = 16,
}
