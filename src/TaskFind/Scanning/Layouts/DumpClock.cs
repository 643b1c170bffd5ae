using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Code;

namespace TaskFind.Scanning.Layouts;

/// <summary>
/// Tells, of a dump, a time that had come when it was written: the latest of all times that the runtime has noted itself. A file's own time lies when it
/// was copied.
/// </summary>
internal static class DumpClock
{
    private const long Wrap = 1L << 32;

    /// <summary>Gives the floor; null when nothing noted a time.</summary>
    public static Clock? Of(ClrRuntime runtime, ObjectStore store, Action<string, string> gap)
    {
        var latest = 0L;
        foreach (var i in store.Roots.Of<TimerLayout>())
        {
            var o = store.Roots.BytesOf(store.Roots[i]);
            if (o.Type.Layout is TimerLayout timer)
                latest = Math.Max(latest, timer.StartedAt(o));
        }

        latest = Hostile.Try(() => Math.Max(latest, LastTimer(runtime, gap)), latest);
        latest = Hostile.Try(() => Math.Max(latest, LastDequeue(runtime, latest)), latest);
        return latest <= 0 ? null : new Clock(latest, IsFloor: true);
    }

    /// <summary>Gives when a timer queue last looked for the next timer.</summary>
    private static long LastTimer(ClrRuntime runtime, Action<string, string> gap)
    {
        var latest = 0L;
        var queues = Static(runtime, "System.Threading.TimerQueue", "<Instances>k__BackingField", "s_queues");
        if (!queues.IsArray)
            return latest;
        var array = queues.AsArray();
        if (array.Length > Limits.Scan.TimerQueues)
            gap("the time of a dump", $"only the first {Limits.Scan.TimerQueues} queues of timers were asked");
        for (var i = 0; i < Math.Min(array.Length, Limits.Scan.TimerQueues); i++)
        {
            if (array.GetObjectValue(i).TryReadField<long>("_currentTimerStartTicks", out var ticks))
                latest = Math.Max(latest, ticks);
        }

        return latest;
    }

    /// <summary>Gives when a worker of the thread pool last took an item: the low half of the clock, which is near a time that is known.</summary>
    private static long LastDequeue(ClrRuntime runtime, long near)
    {
        var pool = Static(runtime, "System.Threading.PortableThreadPool", "ThreadPoolInstance");
        if (near <= 0 || !pool.IsValid || !pool.TryReadValueTypeField("_separated", out var separated))
            return 0;
        var ticks = (near & ~(Wrap - 1)) | (uint)separated.ReadField<int>("lastDequeueTime");
        return ticks - near > Wrap / 2 ? ticks - Wrap : near - ticks > Wrap / 2 ? ticks + Wrap : ticks;
    }

    private static ClrObject Static(ClrRuntime runtime, string type, params ReadOnlySpan<string> names)
    {
        var found = runtime.BaseClassLibrary.GetTypeByName(type);
        foreach (var name in names)
        {
            foreach (var domain in runtime.AppDomains)
            {
                if (found?.GetStaticFieldByName(name)?.ReadObject(domain) is { IsNull: false, IsValid: true } value)
                    return value;
            }
        }

        return default;
    }
}
