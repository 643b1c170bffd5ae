using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>A framework's state machine whose fields say more than its method does, such as which process or request it is about.</summary>
internal interface IKnownMachine
{
    /// <summary>Gets the offsets of the references whose objects are copied too.</summary>
    IReadOnlyList<int> Follow { get; }

    /// <summary>Adds what it says to the row of its suspended node, or to the graph.</summary>
    void Describe(in ObjectBytes machine, WaitContext context, int ordinal, ref NodeRow node);
}
