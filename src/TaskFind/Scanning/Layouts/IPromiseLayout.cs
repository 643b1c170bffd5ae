using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>
/// A layout of a class that is awaited and knows what for: a promise, which is a task (found by <see cref="PromiseCatalogue"/>), or a source of
/// <c>ValueTask</c>s, which is none (found by <see cref="LayoutCatalogue"/>). One class for each kind of wait.
/// </summary>
internal interface IPromiseLayout : ILayout
{
    /// <summary>Writes what it waits for into the row of the promise, or of the method that awaits the source: a node, or a wait with words of its own.</summary>
    void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node);
}
