using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>A search for the node at an address.</summary>
internal sealed record AddressWhat(string Text, ObjectAddress Address) : What(Text)
{
    /// <inheritdoc/>
    public override Matcher On(TaskGraph graph, bool ignoreCase) => new(node => node.Address == Address, _ => false);
}
