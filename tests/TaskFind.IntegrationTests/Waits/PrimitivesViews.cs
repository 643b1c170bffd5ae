using System.Collections.Concurrent;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>One Primitives program for each runtime, looked at once alive and once from a dump; shared by all tests of the class.</summary>
public sealed class PrimitivesViews : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<TargetProcess>> _targets = new();
    private readonly ConcurrentDictionary<(string Framework, string View), Lazy<TaskGraph>> _graphs = new();

    /// <summary>Gives the view of a runtime, "live" or "dump".</summary>
    internal TaskGraph Of(string framework, string view) =>
        _graphs.GetOrAdd((framework, view), _ => new Lazy<TaskGraph>(() => Take(framework, view))).Value;

    public void Dispose()
    {
        foreach (Lazy<TargetProcess> target in _targets.Values.Where(t => t.IsValueCreated))
        {
            target.Value.Dispose();
        }
    }

    private TaskGraph Take(string framework, string view)
    {
        TargetProcess target = _targets.GetOrAdd(framework, _ => new Lazy<TargetProcess>(() => Start(framework))).Value;
        if (view == "live")
        {
            return Look.At(target);
        }

        using TargetDump dump = TargetDump.Take(target);
        return Look.At(dump);
    }

    private static TargetProcess Start(string framework)
    {
        TargetProcess target = TargetProcess.Start("Primitives", framework);
        target.ReadUntil();
        return target;
    }
}
