using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries;

namespace TaskFind.Rendering;

/// <summary>Writes one task of a <see cref="JsonReport"/>.</summary>
internal sealed class JsonTask(Utf8JsonWriter json, Repr repr, JsonReportOptions options)
{
    private readonly JsonWait _waits = new(json, repr.Waits);

    public void Write(TaskNode node)
    {
        json.WriteStartObject();
        json.WriteString("address", node.Address.ToString());
        json.WriteString("node", KindOf(node));
        json.WriteOptional("id", node.Id?.Value);
        json.WriteString("name", node.DisplayName);
        json.WriteString("type", node.Type);
        json.WriteWord("state", node.State);
        json.WriteString("status", node.Status.ToString());
        if (node.Method is { } method)
            Method(method);
        if (node.Point is { } point)
            At(node.IsDone ? point with { Kind = AwaitPointKind.Done } : point, node.Thread);
        WaitsFor(node);
        if (node.IsAbandoned)
            json.WriteBoolean("abandoned", true);
        AwaitedBy(node);
        if (node.Exception is { } exception)
            Exception(exception);
        if (options.Values)
            json.WriteOptional("result", node.Result);
        if (options.Repr)
            json.WriteString("repr", repr.Line(node));
        json.WriteEndObject();
    }

    /// <summary>Writes methods that a thread runs.</summary>
    public void WriteMethods(string name, IEnumerable<RunningMethod> methods)
    {
        json.WriteStartArray(name);
        foreach (var running in methods)
        {
            json.WriteStartObject();
            Method(running.Method);
            At(running.Point with { Kind = AwaitPointKind.Running }, running.Thread);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string KindOf(TaskNode node) => node.Kind switch
    {
        NodeKind.PooledValueTask => "valueTask",
        NodeKind.AsyncVoid => "asyncVoid",
        NodeKind.AsyncIterator => "iterator",
        _ => "task",
    };

    private void Method(TaskMethod method)
    {
        json.WriteStartObject("method");
        json.WriteString("name", method.DisplayName);
        json.WriteString("signature", method.Signature);
        if (method.Namespace.Length > 0)
            json.WriteString("namespace", method.Namespace);
        json.WriteString("module", method.Module);
        json.WriteEndObject();
    }

    private void At(AwaitPoint point, int? thread)
    {
        json.WriteStartObject("at");
        json.WriteWord("kind", point.Kind);
        if (point.Line is { } line)
        {
            json.WriteString("file", line.File);
            json.WriteNumber("line", line.Line);
            json.WriteNumber("endLine", line.EndLine);
            json.WriteNumber("column", line.Column);
        }

        json.WriteOptional("ilOffset", point.ILOffset);
        json.WriteOptional("awaitIndex", point.AwaitIndex);
        json.WriteOptional("awaitCount", point.AwaitCount);
        json.WriteOptional("callee", point.Callee);
        if (point.IsImplicit)
            json.WriteBoolean("implicit", true);
        json.WriteOptional("thread", thread);
        json.WriteOptional("whyNoLine", point.WhyNoLine);
        json.WriteEndObject();
    }

    private void WaitsFor(TaskNode node)
    {
        if (node.IsDone || node.Wait is not { } wait)
            return;
        _waits.Write("waitsFor", wait);
        if (wait is not TaskWait)
            return;
        var chain = AwaitChain.From(node);
        if (chain.End == ChainEnd.Cycle)
            _waits.WriteCycle("leaf", chain.ClosesAt!.Value);
        else if (chain is { Leaf: { } leaf, Hops.Count: > 0 })
            _waits.Write("leaf", leaf);
    }

    private void AwaitedBy(TaskNode node)
    {
        var waiters = node.Continuations;
        Array("awaitedBy", waiters.Where(c => c.Waiter is not null), c => json.WriteStringValue(c.Waiter!.Value.Address.ToString()));
        Array("blockedThreads", waiters.Where(c => c.Thread is not null), c => json.WriteNumberValue(c.Thread!.Value));
    }

    private void Array(string name, IEnumerable<Continuation> items, Action<Continuation> write)
    {
        if (!items.Any())
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private void Exception(ExceptionInfo exception)
    {
        json.WriteStartObject("exception");
        json.WriteString("type", exception.Type);
        json.WriteOptional("message", exception.Message);
        json.WriteBoolean("observed", exception.IsObserved);
        json.WriteEndObject();
    }
}
