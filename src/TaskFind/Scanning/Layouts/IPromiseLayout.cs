using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>A layout of a class of promises that knows what such a promise waits for; one class for each kind of wait.</summary>
internal interface IPromiseLayout : ILayout
{
    /// <summary>Writes what the promise waits for into its row: a node that it awaits, or a wait with words of its own.</summary>
    void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node);
}
