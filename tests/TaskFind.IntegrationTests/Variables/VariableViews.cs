using System.Collections.Concurrent;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;

namespace TaskFind.IntegrationTests.Variables;

/// <summary>One Variables program for each runtime, looked at once alive and once from a dump; shared by all tests of the class.</summary>
public sealed class VariableViews
{
    private readonly ConcurrentDictionary<string, Lazy<(TaskGraph Live, TaskGraph Dump)>> _pairs = new();

    /// <summary>Gets the graph of a runtime, "live" or "dump".</summary>
    internal TaskGraph Of(string framework, string view)
    {
        (TaskGraph live, TaskGraph dump) = _pairs.GetOrAdd(framework, f => new(() => Look(f))).Value;
        return view == "live" ? live : dump;
    }

    private static (TaskGraph Live, TaskGraph Dump) Look(string framework)
    {
        var options = new LookOptions { Values = true };
        using TargetProcess target = TargetProcess.Start("Variables", framework);
        target.ReadUntil();
        using TargetDump dump = TargetDump.Take(target);
        return (Looks.Look.At(target, options), Looks.Look.At(dump, options));
    }
}
