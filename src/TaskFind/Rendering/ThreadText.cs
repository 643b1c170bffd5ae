using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says blocked threads: which they are, and where in the program they stand.</summary>
internal static class ThreadText
{
    /// <summary>Says which threads, <c>thread 4 'loader'</c> or <c>12 threads</c>.</summary>
    public static string Who(IReadOnlyList<TaskThread> threads) => threads switch
    {
        [{ Name: { } name } only] => Say($"thread {only.ManagedId} {Escaping.Quoted(name)}"),
        [var only] => Say($"thread {only.ManagedId}"),
        _ => Say($"{threads.Count} threads"),
    };

    /// <summary>Says the innermost method of the program on its stack and where that stands; empty where there is none.</summary>
    public static string Place(TaskThread thread, StandText stand) =>
        thread.Frame is { } frame ? WaitText.Call(frame.Method) + stand.At(frame.Point) : "";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
