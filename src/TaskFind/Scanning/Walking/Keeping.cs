namespace TaskFind.Scanning.Walking;

/// <summary>How much of an object the walk keeps.</summary>
internal enum Keeping
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Its record.</summary>
    Record,

    /// <summary>Its record and its bytes.</summary>
    Bytes,
}
