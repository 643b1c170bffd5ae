namespace TaskFind.Scanning.Walking;

/// <summary>How a heap is gone through.</summary>
internal enum HeapWay
{
    /// <summary>From object to object, by their sizes.</summary>
    Walk,

    /// <summary>Word by word, in search of method tables.</summary>
    Search,
}
