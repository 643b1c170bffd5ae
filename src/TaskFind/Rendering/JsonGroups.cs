using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Rendering;

/// <summary>Writes groups of tasks, and what is said of several at once.</summary>
internal static class JsonGroups
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<TaskGroup> groups, JsonWait waits, Holders holders)
    {
        json.WriteStartArray("groups");
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteNumber("count", group.Tasks.Count);
            json.WriteWord("state", group.First.State);
            json.WriteString("status", group.First.Status.ToString());
            JsonPlaces.Write(json, group.First);
            if (group is { Leaf: { } only, Tasks.Count: 1 })
                waits.Write("leaf", only);
            else if (group.Leaf is { } leaf)
                waits.WriteAlike("leaf", leaf);
            if (group.IsCircle)
                json.WriteBoolean("cycle", true);
            json.WriteOptional("leftLeast", group.Soonest?.Left);
            json.WriteOptional("leftMost", group.Latest?.Left);
            Holders(json, holders.Of(group.Leaf));
            json.WriteStartArray("tasks");
            foreach (var task in group.Tasks.Take(Limits.Text.Named))
                json.WriteAddressValue(task.Address);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes who seems to hold what is waited for.</summary>
    public static void Holders(Utf8JsonWriter json, IReadOnlyList<TaskNode> holders)
    {
        if (holders.Count == 0)
            return;
        json.WriteStartArray("inferredHolders");
        foreach (var holder in holders.Take(Limits.Text.Named))
            json.WriteAddressValue(holder.Address);
        json.WriteEndArray();
        json.WriteCount("omittedHolders", holders.Count - Limits.Text.Named);
    }

    /// <summary>Writes kinds of requests with their counts.</summary>
    public static void Requests(Utf8JsonWriter json, IReadOnlyList<RequestGroup> groups)
    {
        if (groups.Count == 0)
            return;
        json.WriteStartArray("requests");
        foreach (var group in groups.Take(Limits.Text.Named))
        {
            json.WriteStartObject();
            json.WriteNumber("count", group.Count);
            json.WriteOptional("method", group.First.Method);
            json.WriteOptional("route", group.First.Route ?? group.First.Path);
            json.WriteOptional("oldest", group.First.Age);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteCount("omittedRequests", groups.Skip(Limits.Text.Named).Sum(g => g.Count));
    }
}
