namespace TaskFind.Queries.Trees;

/// <summary>Who waits for whom, by number.</summary>
internal interface IWaitGraph
{
    /// <summary>Gets how many items there are.</summary>
    int Count { get; }

    /// <summary>Tells whether an item takes part.</summary>
    bool Has(int item);

    /// <summary>Gives whom an item waits for.</summary>
    IReadOnlyList<int> Below(int item);
}
