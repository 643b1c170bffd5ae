using System.Text.Json;
using TaskFind.Queries.Findings;

namespace TaskFind.Rendering;

/// <summary>Writes findings.</summary>
internal static class JsonFindings
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Finding> findings, FindingText text, int limit)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
            Write(json, finding, text, limit);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, FindingText text, int limit)
    {
        json.WriteStartObject();
        json.WriteString("name", finding.Name);
        json.WriteWord("severity", finding.Severity);
        if (finding.IsUnknown)
            json.WriteBoolean("cannotTell", true);
        json.WriteString("text", text.Sentence(finding));
        json.WriteString("advice", finding.Advice);
        json.WriteStartArray("tasks");
        foreach (var task in finding.Tasks.Take(limit))
            json.WriteAddressValue(task.Address);
        json.WriteEndArray();
        json.WriteCount("omittedTasks", finding.Tasks.Count - limit);
        json.WriteStartArray("threads");
        foreach (var thread in finding.Threads)
            json.WriteNumberValue(thread.ManagedId);
        json.WriteEndArray();
        Evidence(json, finding, text);
        if (finding.Persistence is { } persistence)
            Write(json, persistence);
        json.WriteEndObject();
    }

    private static void Evidence(Utf8JsonWriter json, Finding finding, FindingText text)
    {
        json.WriteStartArray("evidence");
        foreach (var evidence in finding.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("text", text.Evidence(evidence));
            json.WriteOptional("task", evidence.Task?.Address.ToString());
            json.WriteOptional("thread", evidence.Thread?.ManagedId);
            if (evidence.Line is { } line)
                JsonPlaces.Line(json, line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteCount("omittedEvidence", finding.OmittedEvidence);
    }

    private static void Write(Utf8JsonWriter json, Persistence persistence)
    {
        json.WriteStartObject("persistence");
        json.WriteNumber("looks", persistence.Looks);
        json.WriteNumber("over", Math.Round(persistence.Over.TotalSeconds, 3));
        json.WriteNumber("same", persistence.Same);
        json.WriteNumber("of", persistence.Of);
        json.WriteBoolean("stuck", persistence.IsStuck);
        json.WriteEndObject();
    }
}
