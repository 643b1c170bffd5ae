using System.Globalization;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Bench.Compare;

/// <summary>The rival: a bare loop over ClrMD's objects that only asks "is it a Task", with the answer cached by type.</summary>
internal static class Loop
{
    /// <summary>Attaches (a live process is suspended), loops and lets go, as a process of its own.</summary>
    public static void Run(string target)
    {
        using var cost = Cost.Begin("loop");
        cost.Note("tasks", Once(target));
    }

    public static long Once(string target)
    {
        using var data = int.TryParse(target, CultureInfo.InvariantCulture, out var pid) ? DataTarget.AttachToProcess(pid, suspend: true) : DataTarget.LoadDump(target);
        using var runtime = data.ClrVersions[0].CreateRuntime();
        return Count(runtime.Heap);
    }

    public static long Count(ClrHeap heap)
    {
        var isTask = new Dictionary<ulong, bool>();
        long tasks = 0;
        foreach (var o in heap.EnumerateObjects())
        {
            if (o.Type is not { } type)
                continue;
            if (!isTask.TryGetValue(type.MethodTable, out var answer))
                isTask.Add(type.MethodTable, answer = IsTask(type));
            tasks += answer ? 1 : 0;
        }

        return tasks;
    }

    private static bool IsTask(ClrType type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "System.Threading.Tasks.Task")
                return true;
        }

        return false;
    }
}
