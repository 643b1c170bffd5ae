namespace TaskFind.Scanning.Layouts;

/// <summary>A layout of an owner that is waited for by plain tasks, which have no layout that could say what for.</summary>
internal interface IWaitOwnerLayout : IOwnerLayout
{
    /// <summary>Gives the index of the wait of a task that stands at a place of an owner's.</summary>
    int Describe(in ObjectBytes owner, ulong task, OwnedPlace place, WaitContext context);
}
