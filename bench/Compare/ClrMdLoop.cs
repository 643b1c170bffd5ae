using System.Diagnostics;
using System.Globalization;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Bench;

/// <summary>The bare loop over ClrMD's objects that only asks whether each is a Task, with the answer remembered for its type.</summary>
internal static class ClrMdLoop
{
    public static string Run(string target)
    {
        var isProcess = int.TryParse(target, CultureInfo.InvariantCulture, out var pid);
        var pause = Stopwatch.StartNew();
        long objects = 0, tasks = 0;
        using (var data = isProcess ? DataTarget.AttachToProcess(pid, suspend: true, Options()) : DataTarget.LoadDump(target, options: Options()))
        {
            using var runtime = data.ClrVersions[0].CreateRuntime();
            var isTask = new Dictionary<ulong, bool>();
            foreach (var o in runtime.Heap.EnumerateObjects())
            {
                objects++;
                if (o.Type is not { } type)
                    continue;
                if (!isTask.TryGetValue(type.MethodTable, out var yes))
                    isTask.Add(type.MethodTable, yes = DerivesFromTask(type));
                tasks += yes ? 1 : 0;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"objects={objects} tasks={tasks} heldMs={(isProcess ? pause.Elapsed.TotalMilliseconds : 0):0.0}");
    }

    private static DataTargetOptions Options() => new() { SymbolPaths = [] };

    private static bool DerivesFromTask(ClrType type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "System.Threading.Tasks.Task")
                return true;
        }

        return false;
    }
}
