namespace Variables;

/// <summary>What every method waits for; a variable that is used behind it is kept across it.</summary>
internal static class Never
{
    private static readonly TaskCompletionSource s_source = new();

    public static Task Task => s_source.Task;

    public static void Use(params object?[] values) => GC.KeepAlive(values);
}
