namespace TaskFind.Model;

/// <summary>Facts about a node that need one bit each.</summary>
[Flags]
internal enum NodeFlags : byte
{
    None = 0,
    Framework = 1,
}
