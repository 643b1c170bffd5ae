using System.Collections.Concurrent;
using TaskFind.IntegrationTests.Harness;

namespace TaskFind.IntegrationTests.Contexts;

/// <summary>One Context program for each runtime, looked at once alive and once from a dump; shared by all tests of the class.</summary>
public sealed class ContextViews
{
    private readonly ConcurrentDictionary<string, Lazy<(ContextView Live, ContextView Dump)>> _pairs = new();

    /// <summary>Gives the view of a runtime, "live" or "dump".</summary>
    internal ContextView Of(string framework, string view)
    {
        (ContextView live, ContextView dump) = _pairs.GetOrAdd(framework, f => new(() => Look(f))).Value;
        return view == "live" ? live : dump;
    }

    private static (ContextView Live, ContextView Dump) Look(string framework)
    {
        var options = new LookOptions { Context = true, Values = true };
        using TargetProcess target = TargetProcess.Start("Context", framework);
        IReadOnlyList<string> ids = target.ReadUntil("ready");
        using TargetDump dump = TargetDump.Take(target);
        return (new ContextView(Looks.Look.At(target, options), ids), new ContextView(Looks.Look.At(dump, options), ids));
    }
}
