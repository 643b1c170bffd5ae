namespace TaskFind.Scanning.Walking;

/// <summary>What the walk does with an object of some type.</summary>
internal enum WalkKind : ushort
{
    /// <summary>No type at all: the walk is out of step.</summary>
    None,

    /// <summary>Free space between objects.</summary>
    Free,

    /// <summary>An object that is passed.</summary>
    Passed,

    /// <summary>An object that is kept; values from here on count the types of which objects are kept.</summary>
    Kept,
}
