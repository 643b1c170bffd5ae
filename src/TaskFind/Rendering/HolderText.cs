using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says who holds a semaphore, which is never known for certain: <c>held (inferred) by Pool.UseAsync() at Pool.cs:12</c>.</summary>
internal static class HolderText
{
    /// <summary>Says it with a leading blank; empty where nobody seems to.</summary>
    public static string Suffix(IReadOnlyList<TaskNode> holders, WaitText waits) => holders.Count switch
    {
        0 => "",
        1 => $" held (inferred) by {waits.Node(holders[0])}",
        _ => string.Create(CultureInfo.InvariantCulture, $" held (inferred) by {waits.Node(holders[0])}, <{holders.Count - 1} more>"),
    };
}
