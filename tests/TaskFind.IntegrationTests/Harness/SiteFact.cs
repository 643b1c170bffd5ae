using System.Text.Json;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>One place where the AwaitSites programs are parked, as they tell it; tests/targets/AwaitSites/Site.cs says what each field means.</summary>
internal sealed record SiteFact(
    int Number, string Method, string? Parameters, string File, int Line, int Start, int End, int? Ordinal, string Kind,
    string AwaitsKind, string? Awaits, int? AwaitsId, string? AwaitsType, int? Owner)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Reads the facts up to "ready".</summary>
    public static IReadOnlyList<SiteFact> ReadAll(TargetProcess target) =>
        [.. target.ReadUntil("ready").Select(Parse)];

    /// <summary>Reads one fact.</summary>
    public static SiteFact Parse(string line) => JsonSerializer.Deserialize<SiteFact>(line, s_json)!;
}
