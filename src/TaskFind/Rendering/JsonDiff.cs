using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries.Diffs;

namespace TaskFind.Rendering;

/// <summary>Writes what differs between two looks; the document itself is that of the second.</summary>
internal static class JsonDiff
{
    public static void Write(Utf8JsonWriter json, GraphDiff diff, int? limit)
    {
        var shown = limit ?? int.MaxValue;
        json.WriteStartObject("diff");
        json.WriteBoolean("sameProcess", diff.Matching.IsSameProcess);
        Before(json, diff.Before);
        json.WriteStartArray("places");
        foreach (var place in diff.Places.Take(shown))
            Place(json, place);
        json.WriteEndArray();
        json.WriteCount("omittedPlaces", diff.Places.Count - shown);
        json.WriteStartArray("moved");
        foreach (var (before, after) in diff.Moved.Take(shown))
            Moved(json, before, after);
        json.WriteEndArray();
        json.WriteCount("omittedMoved", diff.Moved.Count - shown);
        json.WriteStartArray("ended");
        foreach (var task in diff.Ended.Take(shown))
            json.WriteNumberValue(task.Id!.Value.Value);
        json.WriteEndArray();
        json.WriteCount("omittedEnded", diff.Ended.Count - shown);
        json.WriteEndObject();
    }

    private static void Before(Utf8JsonWriter json, TaskGraph graph)
    {
        json.WriteStartObject("before");
        json.WriteWord("kind", graph.Target.Kind);
        json.WriteOptional("pid", graph.Target.Pid);
        json.WriteString("name", graph.Target.Name);
        json.WriteString("takenAt", graph.TakenAt.UtcDateTime);
        json.WriteBoolean("complete", graph.Coverage.CutShort is null);
        json.WriteNumber("tasks", graph.Coverage.Tasks);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, PlaceChange place)
    {
        json.WriteStartObject();
        JsonPlaces.Write(json, place.First);
        json.WriteNumber("before", place.Before);
        json.WriteNumber("after", place.After);
        json.WriteOptional("same", place.Same);
        json.WriteEndObject();
    }

    private static void Moved(Utf8JsonWriter json, TaskNode before, TaskNode after)
    {
        json.WriteStartObject();
        json.WriteNumber("id", after.Id!.Value.Value);
        json.WriteAddress(JsonWords.Address, after.Address);
        json.WriteStartObject("from");
        JsonPlaces.Write(json, before);
        json.WriteEndObject();
        json.WriteStartObject("to");
        JsonPlaces.Write(json, after);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
