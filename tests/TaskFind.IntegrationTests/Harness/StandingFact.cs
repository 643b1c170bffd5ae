using System.Text.Json;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>How a task or a thread of the Waits program stands that is not parked at an await; tests/targets/Waits/Standing.cs says what each field means.</summary>
internal sealed record StandingFact(
    string Name, string? Method, int? Line, string? File, int? TaskId, string? Status, int? Thread, IReadOnlyList<int>? WaitsFor, string? AsyncState)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Reads all that the Waits program tells up to "ready".</summary>
    public static (IReadOnlyList<SiteFact> Sites, IReadOnlyList<StandingFact> Standings) ReadAll(TargetProcess target)
    {
        var sites = new List<SiteFact>();
        var standings = new List<StandingFact>();
        foreach (string line in target.ReadUntil("ready"))
        {
            if (line.StartsWith("{\"number\"", StringComparison.Ordinal))
            {
                sites.Add(SiteFact.Parse(line));
            }
            else
            {
                standings.Add(JsonSerializer.Deserialize<StandingFact>(line, s_json)!);
            }
        }

        return (sites, standings);
    }
}
