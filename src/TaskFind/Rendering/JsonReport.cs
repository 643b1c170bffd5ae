using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Groups;

namespace TaskFind.Rendering;

/// <summary>Writes one look as the JSON document of <c>docs/json-schema.json</c>, task by task, so that a million of them need no memory.</summary>
internal static class JsonReport
{
    public const int SchemaVersion = 1;
    private const int FlushAt = 1 << 16;

    public static void Write(Stream output, TaskGraph graph, IReadOnlyCollection<TaskNode> tasks, JsonReportOptions options)
    {
        var isForPeople = options.Indented && tasks.Count <= Limits.Text.IndentedTasks;
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = isForPeople, Encoder = TerminalSafeEncoder.Instance, SkipValidation = true });
        var repr = new Repr(graph, new ReprOptions { Full = options.Full });
        var task = new JsonTask(json, repr, new ChainLeaves(graph), options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("tool", options.Tool);
        json.WriteString("takenAt", graph.TakenAt.UtcDateTime);
        json.WriteOptional("query", options.Query);
        json.WriteBoolean("complete", graph.Coverage.CutShort is null);
        if (options.IgnoredCase)
            json.WriteBoolean("ignoredCase", true);
        json.WriteCount("hiddenDone", options.HiddenDone);
        json.WriteCount("omitted", options.Omitted);
        if (options.NoMatch is { } noMatch)
            WriteNoMatch(json, noMatch);
        var waits = new JsonWait(json, repr.Waits);
        new JsonThreads(json, task, waits).Write(graph);
        Requests(json, graph);
        Target(json, graph.Target);
        Coverage(json, graph);
        if (graph.Pool is { } pool)
            JsonPool.Write(json, pool);
        if (options.Tree is { } tree)
            new JsonTree(json, tree, waits).Write();
        if (options.Groups is { } groups)
            JsonGroups.Write(json, groups, waits, new Holders(graph));
        if (options.Findings is { } findings)
            JsonFindings.Write(json, findings, new FindingText(graph, new ReprOptions { Full = options.Full }), options.FindingLimit ?? int.MaxValue);
        if (options.Diff is { } diff)
            JsonDiff.Write(json, diff, options.DiffLimit);
        json.WriteStartArray("tasks");
        foreach (var node in tasks)
        {
            task.Write(node);
            if (json.BytesPending > FlushAt)
                json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNoMatch(Utf8JsonWriter json, NoMatch noMatch)
    {
        json.WriteStartObject("noMatch");
        json.WriteWord("reason", noMatch.Reason);
        json.WriteString("text", noMatch.Text);
        json.WriteStartArray("nearest");
        foreach (var name in noMatch.Nearest)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Requests(Utf8JsonWriter json, TaskGraph graph)
    {
        json.WriteStartArray("requests");
        foreach (var request in graph.Requests)
        {
            json.WriteStartObject();
            json.WriteOptional("method", request.Method);
            json.WriteOptional("path", request.Path);
            json.WriteOptional("route", request.Route);
            json.WriteOptional("age", request.Age);
            json.WriteString("task", request.Task.Address.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Target(Utf8JsonWriter json, TargetInfo target)
    {
        json.WriteStartObject("target");
        json.WriteWord("kind", target.Kind);
        if (target.Pid is { } pid)
            json.WriteNumber("pid", pid);
        json.WriteString("name", target.Name);
        json.WriteOptional("runtime", target.Runtime);
        json.WriteString("architecture", target.Architecture);
        if (target.RuntimeBase != 0)
            json.WriteString("runtimeBase", new ObjectAddress(target.RuntimeBase).ToString());
        json.WriteEndObject();
    }

    private static void Coverage(Utf8JsonWriter json, TaskGraph graph)
    {
        var coverage = graph.Coverage;
        json.WriteStartObject("coverage");
        json.WriteNumber("objects", coverage.Objects);
        json.WriteNumber("tasks", coverage.Tasks);
        json.WriteNumber("pauseMs", Math.Round(coverage.Pause.TotalMilliseconds, 1));
        json.WriteNumber("stops", coverage.Stops);
        json.WriteNumber("durationMs", Math.Round(coverage.Duration.TotalMilliseconds, 1));
        json.WriteOptional("cutShort", coverage.CutShort);
        if (coverage.Notes.Count > 0)
            Notes(json, coverage.Notes);
        json.WriteStartArray("gaps");
        foreach (var gap in coverage.Gaps)
        {
            json.WriteStartObject();
            json.WriteString("what", gap.What);
            json.WriteString("why", gap.Why);
            json.WriteNumber("count", gap.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Notes(Utf8JsonWriter json, IReadOnlyList<string> notes)
    {
        json.WriteStartArray("notes");
        foreach (var note in notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
    }
}
