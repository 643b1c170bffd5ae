namespace TaskFind.Bench.Compare;

/// <summary>A capture, loaded and saved again in memory.</summary>
internal static class SaveAndLoad
{
    public static void Run(string file, int rounds)
    {
        var bytes = File.ReadAllBytes(file);

        // The first round compiles the code; it is not told.
        for (var round = -1; round < rounds; round++)
        {
            var graph = Measure(round, "load", () => TaskCapture.Load(new MemoryStream(bytes)));
            Measure(round, "save", () =>
            {
                using var output = new MemoryStream();
                TaskCapture.Save(graph, output);
                return output.Length;
            });
        }
    }

    private static T Measure<T>(int round, string name, Func<T> work)
    {
        if (round < 0)
            return work();
        GC.Collect();
        using var cost = Cost.Begin(name);
        return work();
    }
}
