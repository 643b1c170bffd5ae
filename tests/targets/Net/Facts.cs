namespace Net;

/// <summary>What the program knows of its own sockets, files and processes, for the test to compare.</summary>
internal static class Facts
{
    private static readonly List<string> s_facts = [];

    public static void Add(string name, object? value)
    {
        lock (s_facts)
        {
            s_facts.Add($"{name}={value}");
        }
    }

    public static void Print()
    {
        lock (s_facts)
        {
            s_facts.ForEach(Console.WriteLine);
        }
    }
}
