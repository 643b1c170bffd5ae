namespace Primitives;

/// <summary>Keeps objects alive that nothing else refers to.</summary>
internal static class Keep
{
    public static List<object> All { get; } = [];

    public static T Alive<T>(T thing)
        where T : notnull
    {
        All.Add(thing);
        return thing;
    }
}
