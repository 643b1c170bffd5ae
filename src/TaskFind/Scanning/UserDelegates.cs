using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Tells which delegate a task runs on behalf of its program.</summary>
internal static class UserDelegates
{
    /// <summary>
    /// Gives the delegate's address, 0 for none. Rule: the task's own; but when that is a method of the framework and the state object is a
    /// delegate too, the state object, as with <c>ContinueWhenAll</c>. Wrongly yes: a program that hands a delegate to a framework's method
    /// as state. Wrongly no: a framework's wrapper that keeps the program's delegate in a closure.
    /// </summary>
    public static ulong Of(ObjectStore store, DelegateMethods delegates, in ObjectBytes task, TaskObjectLayout layout)
    {
        var own = layout.Task.Action(task);
        var state = layout.Task.State(task);
        return store.TryGet<DelegateLayout>(own, out var action, out var method)
            && delegates.KeyOf(action, method) is { } key && FrameworkModules.Contains(key.Module.Name ?? "")
            && store.TryGet<DelegateLayout>(state, out _, out _) ? state : own;
    }
}
