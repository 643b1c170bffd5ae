namespace TaskFind.Scanning.Layouts;

/// <summary>A layout of a type that knows who waits for its objects, where the waiters do not know what they wait for.</summary>
internal interface IOwnerLayout : IRootLayout
{
    /// <summary>Tells the index who waits for an object.</summary>
    void Index(in ObjectBytes o, WaitOwners owners);
}
