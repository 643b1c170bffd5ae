namespace Troubles;

/// <summary>Keeps what a scene has started until the program ends.</summary>
internal static class Keep
{
    public static List<object> All { get; } = [];

    public static T Alive<T>(T thing)
        where T : notnull
    {
        lock (All)
        {
            All.Add(thing);
        }

        return thing;
    }
}
