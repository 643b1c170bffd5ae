using Xunit;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>The runtimes that targets are started on, each by its target framework moniker.</summary>
internal static class Runtimes
{
    public const string Net8 = "net8.0";
    public const string Net9 = "net9.0";
    public const string Net10 = "net10.0";

    /// <summary>Every runtime, oldest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Net8, Net9, Net10];

    /// <summary>Every runtime, "live" and from a "dump".</summary>
    public static TheoryData<string, string> Views => [.. All.SelectMany(f => new[] { (f, "live"), (f, "dump") })];

    /// <summary>Returns the <c>dotnet</c> that starts a framework-dependent program of this framework.</summary>
    public static string Dotnet(string framework) => framework switch
    {
        // The installation the tests run on: it has no older runtime, and the older ones must not roll forward to it.
        Net10 => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../dotnet")),
        Net8 or Net9 => Path.Combine(BuildFacts.OldRuntimesRoot, "dotnet"),
        _ => throw new ArgumentOutOfRangeException(nameof(framework), framework, "not one of Runtimes.All"),
    };
}
