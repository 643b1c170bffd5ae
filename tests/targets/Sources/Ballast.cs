namespace Sources;

/// <summary>Makes a heap large.</summary>
internal static class Ballast
{
    public static void Make()
    {
        Keep.Alive(Enumerable.Range(0, 1_000_000).Select(i => new Tuple<object, string>(new int[2], i.ToString())).ToArray());
        Console.WriteLine("made");
    }
}
