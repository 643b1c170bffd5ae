namespace TaskFind.Model;

/// <summary>The stored form of a <see cref="Continuation"/>.</summary>
internal struct ContinuationRow()
{
    public ContinuationKind Kind;

    /// <summary>The object registered on the task.</summary>
    public ulong Address;

    /// <summary>A node's ordinal, a method's index (delegate), a managed thread id, or a type's name in the string table.</summary>
    public int Target = -1;

    /// <summary>What it goes through (<c>SynchronizationContext UiContext</c>), in the string table.</summary>
    public int Via = -1;

    /// <summary>Whether it is the last of its list.</summary>
    public bool IsLast;
}
