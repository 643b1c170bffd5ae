using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Groups;

namespace TaskFind.Rendering;

/// <summary>Writes one task of a <see cref="JsonReport"/>.</summary>
internal sealed class JsonTask(Utf8JsonWriter json, Repr repr, ChainLeaves leaves, JsonReportOptions options)
{
    private static readonly string[] s_status = Enum.GetNames<TaskStatus>();
    private static readonly JsonEncodedText s_request = JsonEncodedText.Encode("request");
    private readonly JsonShared<(string Kind, string Type, int Status, TaskState State, int Method, int Point, int? Thread)> _shared = new(json, "node");
    private readonly JsonWait _waits = new(json, repr.Waits);

    public void Write(TaskNode node)
    {
        json.WriteStartObject();
        json.WriteAddress(JsonWords.Address, node.Address);
        json.WriteOptional("id", node.Id?.Value);
        if (node.Id is null && node.Name is null)
            json.WriteAddress(JsonWords.Name, node.Address);
        else
            json.WriteString("name", node.DisplayName);
        _shared.Write((KindOf(node), node.Type, (int)node.Status, node.State, node.MethodIndex, node.PointIndex, node.Thread), node, What);
        WaitsFor(node);
        if (node.Request is { } request)
            json.WriteAddress(s_request, request.Task.Address);
        if (node.IsAbandoned)
            json.WriteBoolean("abandoned", true);
        AwaitedBy(node);
        if (node.Exception is { } exception)
            Exception(exception);
        if (options.Values)
            json.WriteOptional("result", node.Result);
        if (options.Values && node.Variables is { } variables)
            JsonValue.Write(json, "locals", variables);
        if (node.Context is { } context)
            JsonContext.Write(json, "context", context);
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
            JsonPlaces.Write(json, running);
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

    /// <summary>Writes what a task has in common with others: its kind and type, how it stands, method and place.</summary>
    private static void What(Utf8JsonWriter json, TaskNode node)
    {
        json.WriteString("node", KindOf(node));
        json.WriteString("type", node.Type);
        json.WriteWord("state", node.State);
        json.WriteString("status", s_status[(int)node.Status]);
        JsonPlaces.Write(json, node);
    }

    private void WaitsFor(TaskNode node)
    {
        if (node.IsDone || node.Wait is not { } wait)
            return;
        _waits.Write("waitsFor", wait);
        if (wait is not TaskWait)
            return;
        if (leaves.EndsInCircle(node) && AwaitChain.From(node).ClosesAt is { } closesAt)
            _waits.WriteCycle("leaf", closesAt);
        else if (leaves.Leaf(node) is { } leaf)
            _waits.Write("leaf", leaf);
    }

    private void AwaitedBy(TaskNode node)
    {
        var all = node.Continuations;
        var (waiters, threads) = (0, 0);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Waiter is not { } waiter)
                continue;
            if (waiters++ == 0)
                json.WriteStartArray("awaitedBy");
            json.WriteAddressValue(waiter.Address);
        }

        if (waiters > 0)
            json.WriteEndArray();
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Thread is not { } thread)
                continue;
            if (threads++ == 0)
                json.WriteStartArray("blockedThreads");
            json.WriteNumberValue(thread);
        }

        if (threads > 0)
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
