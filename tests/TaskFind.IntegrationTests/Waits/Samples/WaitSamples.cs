namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>
/// All samples. What docs/waits.md calls verified is what is listed here, and the tests compare all of it: <see cref="SampleTests"/>.
/// </summary>
internal static class WaitSamples
{
    public static IReadOnlyList<WaitSample> All { get; } =
    [
        .. WaitsSamples.All, .. PrimitivesSamples.All, .. BlockedThreadSamples.All, .. ChannelsSamples.All, .. QueuesSamples.All, .. NetSamples.All, .. WebSamples.All,
    ];

    /// <summary>Gives those of a program on a runtime.</summary>
    public static IEnumerable<WaitSample> Of(string program, string framework) => All.Where(s => s.Program == program && s.IsOn(framework));
}
