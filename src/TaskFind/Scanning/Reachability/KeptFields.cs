namespace TaskFind.Scanning.Reachability;

/// <summary>What is followed of an object behind a closed gate, by the offset of a field; -1 for neither.</summary>
/// <param name="AllBut">All but this field.</param>
/// <param name="Only">This field alone.</param>
internal readonly record struct KeptFields(int AllBut, int Only)
{
    /// <summary>Nothing is followed.</summary>
    public static readonly KeptFields Nothing = new(-1, -1);
}
