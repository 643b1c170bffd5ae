using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>How an <see cref="AwaitChain"/> ends.</summary>
internal enum ChainEnd : byte
{
    /// <summary>The last method waits for nothing that is known: it runs, is queued or is done.</summary>
    Nothing,

    /// <summary>At a thing that is no method's task.</summary>
    Leaf,

    /// <summary>At a node that the chain has been at before.</summary>
    Cycle,

    /// <summary>At <see cref="Limits.Graph.ChainHops"/>; it goes on.</summary>
    Limit,
}
