using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries;

namespace TaskFind.Rendering;

/// <summary>Writes what two looks differ in; the document around it is that of the second.</summary>
internal static class JsonDiff
{
    public static void Write(Utf8JsonWriter json, GraphDiff diff, TaskGraph before)
    {
        json.WriteStartObject("diff");
        json.WriteString("before", before.TakenAt.UtcDateTime);
        json.WriteBoolean("sameProcess", diff.IsSameProcess);
        json.WriteStartArray("places");
        foreach (var place in diff.Places)
        {
            json.WriteStartObject();
            json.WriteNumber("before", place.Before);
            json.WriteNumber("after", place.After);
            json.WriteCount("same", place.Same);
            json.WriteCount("movedHere", place.MovedHere);
            JsonPlaces.Write(json, place.Example);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("moved");
        foreach (var (was, now) in diff.Moved)
        {
            json.WriteStartObject();
            json.WriteOptional("id", now.Id?.Value);
            json.WriteAddress(JsonWords.Address, now.Address);
            json.WriteString("addressBefore", was.Address.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
