using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>All kinds of promises that have words of their own: a new kind of wait is a line here and a file beside it.</summary>
internal static class PromiseCatalogue
{
    private static readonly Func<ClrType, IPromiseLayout?>[] s_kinds =
    [
        DelayPromiseLayout.TryFor,
        WhenAllPromiseLayout.TryFor,
        WhenAllResultsLayout.TryFor,
        WhenAnyPromiseLayout.TryFor,
        SemaphoreNodeLayout.TryFor,
        WaitAsyncLayout.TryFor,
        LinkPromiseLayout.TryFor,
        UnwrapPromiseLayout.TryFor,
        FromAsyncTrimLayout.TryFor,
    ];

    public static IPromiseLayout? Find(ClrType type)
    {
        foreach (var tryFor in s_kinds)
        {
            if (tryFor(type) is { } layout)
                return layout;
        }

        return null;
    }
}
