namespace TaskFind.Model;

/// <summary>The stored form of a <see cref="WaitFact"/>: key and words are indexes into the graph's strings.</summary>
internal struct FactRow
{
    public long Number, Total;
    public int Key, Words;
    public WaitFactKind Kind;
}
