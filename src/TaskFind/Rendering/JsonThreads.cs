using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes the threads of a <see cref="JsonReport"/>: what each runs, is blocked on and holds.</summary>
internal sealed class JsonThreads(Utf8JsonWriter json, JsonTask tasks, JsonWait waits)
{
    public void Write(TaskGraph graph)
    {
        var runs = graph.RunningMethods.ToLookup(r => r.Thread);
        json.WriteStartArray("threads");
        foreach (var thread in graph.Threads)
        {
            json.WriteStartObject();
            json.WriteNumber("id", thread.ManagedId);
            json.WriteNumber("osId", thread.OSId);
            json.WriteOptional("name", thread.Name);
            if (thread.IsPool)
                json.WriteBoolean("pool", true);
            if (runs.Contains(thread.ManagedId))
                tasks.WriteMethods("runs", runs[thread.ManagedId]);
            json.WriteOptional("task", thread.Runs?.Address.ToString());
            if (thread.BlockedOn is { } wait)
                waits.Write("blockedOn", wait);
            if (thread.Holds.Count > 0)
                Holds(thread.Holds);
            if (thread.Frames.Count > 0)
                tasks.WriteMethods("frames", thread.Frames.Select(f => new RunningMethod(thread.ManagedId, f.Method, f.Point)));
            json.WriteCount("omittedFrames", thread.OmittedFrames);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Holds(IReadOnlyList<ResourceWait> holds)
    {
        json.WriteStartArray("holds");
        foreach (var held in holds)
            waits.Write(held);
        json.WriteEndArray();
    }
}
