namespace TargetShared;

/// <summary>An awaited object of the program's own, which knows its name and whether it is awaited.</summary>
internal interface INamedAwaited
{
    string Name { get; }

    bool IsAwaited { get; }
}
