using System.Globalization;

namespace TaskFind.IntegrationTests.Fuzz;

/// <summary>Says how much is tried: a little in every run of the tests, more when a person asks for it.</summary>
internal static class FuzzSize
{
    /// <summary>The seed of the first try, <c>TASKFIND_FUZZ_SEED</c>; each further one has the next number.</summary>
    public static int Seed { get; } = Read("TASKFIND_FUZZ_SEED", 1);

    /// <summary>The number of damaged dumps, <c>TASKFIND_FUZZ_DUMPS</c>.</summary>
    public static int Dumps { get; } = Read("TASKFIND_FUZZ_DUMPS", 40);

    /// <summary>The number of processes that end under the look, <c>TASKFIND_FUZZ_ATTACHES</c>.</summary>
    public static int Attaches { get; } = Read("TASKFIND_FUZZ_ATTACHES", 20);

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
