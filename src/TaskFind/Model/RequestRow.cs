namespace TaskFind.Model;

/// <summary>The stored form of a <see cref="RequestInfo"/>: the node by its ordinal, texts as indexes into the graph's strings.</summary>
internal struct RequestRow()
{
    public int Node;
    public int Method = -1, Path = -1, Route = -1;

    /// <summary>Milliseconds, <see cref="WaitRow.NoTime"/> when not known.</summary>
    public long Age = WaitRow.NoTime;
}
