using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>A method and where in it a task stands, in words that hold from one look to the next.</summary>
/// <param name="Module">The module's file name.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="Signature">The method, with its parameters.</param>
/// <param name="Kind">How it stands there; null when that is not known.</param>
/// <param name="ILOffset">Where, in the method's IL.</param>
/// <param name="Line">Where, for what has no offset: a look that did not find a PDB has no lines.</param>
internal readonly record struct Place(string Module, string Namespace, string Signature, AwaitPointKind? Kind, int? ILOffset, SourceLine? Line)
{
    /// <summary>Gives the place of a task; null for what has no method.</summary>
    public static Place? Of(TaskNode node) => node.Method is { } method
        ? new Place(method.Module, method.Namespace, method.Signature, node.Point?.Kind, node.Point?.ILOffset, node.Point is { ILOffset: null } point ? point.Line : null)
        : null;
}
