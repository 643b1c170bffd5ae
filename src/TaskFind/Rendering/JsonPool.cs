using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes how the thread pool and the timers stand.</summary>
internal static class JsonPool
{
    public static void Write(Utf8JsonWriter json, PoolInfo pool)
    {
        json.WriteStartObject("pool");
        json.WriteOptional("busy", pool.Busy);
        json.WriteOptional("workers", pool.Workers);
        json.WriteOptional("goal", pool.Goal);
        json.WriteOptional("min", pool.Min);
        json.WriteOptional("max", pool.Max);
        json.WriteOptional("global", pool.Global);
        json.WriteOptional("highPriority", pool.HighPriority);
        json.WriteOptional("local", pool.Local);
        json.WriteOptional("sinceDequeueMs", pool.SinceDequeue);
        json.WriteOptional("timers", pool.Timers);
        json.WriteOptional("overdueTimers", pool.OverdueTimers);
        json.WriteOptional("overdueByMs", pool.OverdueBy);
        json.WriteEndObject();
    }
}
