using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes what a task waits for: the kind, the words of the repr, and the facts of that kind.</summary>
internal sealed class JsonWait(Utf8JsonWriter json, WaitText words)
{
    private readonly JsonShared<(WaitKind Kind, string Type)> _bare = new(json, "kind");
    private readonly JsonShared<(int Method, int Point)> _tasks = new(json, "kind");
    private Action<Utf8JsonWriter, Wait>? _what;

    public void Write(string name, Wait wait)
    {
        json.WritePropertyName(name);
        Write(wait);
    }

    /// <summary>Writes a wait as an item of an array.</summary>
    public void Write(Wait wait)
    {
        _what ??= What;
        json.WriteStartObject();
        switch (wait)
        {
            case CompletionSourceWait { Name: null, Via: null, Facts.Count: 0 } source:
                _bare.Write((wait.Kind, source.Type), wait, _what);
                break;
            case OtherWait { Via: null, Facts.Count: 0 } other:
                _bare.Write((wait.Kind, other.Type), wait, _what);
                break;
            case TaskWait { Via: null, Facts.Count: 0, Target: { IsDone: false, Thread: null, MethodIndex: >= 0 and var method, PointIndex: >= 0 and var point } }:
                _tasks.Write((method, point), wait, _what);
                break;
            default:
                What(json, wait);
                break;
        }

        if (!wait.Address.IsNull)
            json.WriteAddress(JsonWords.Address, wait.Address);
        json.WriteEndObject();
    }

    /// <summary>Writes what several waits have in common, without an address of one alone.</summary>
    public void WriteAlike(string name, Wait wait)
    {
        json.WriteStartObject(name);
        json.WriteWord("kind", wait.Kind);
        json.WriteString("text", words.Alike(wait));
        if (wait is SemaphoreWait or DelayWait)
            Numbers(json, wait);
        foreach (var fact in wait.Facts)
            Fact(json, fact);
        json.WriteEndObject();
    }

    private void What(Utf8JsonWriter writer, Wait wait)
    {
        writer.WriteWord("kind", wait.Kind);
        writer.WriteString("text", words.Of(wait));
        Numbers(writer, wait);
        foreach (var fact in wait.Facts)
            Fact(writer, fact);
        if (wait.Via is not { } via)
            return;
        writer.WritePropertyName("via");
        Write(via);
    }

    /// <summary>Writes that the chain comes back to a task it has been at.</summary>
    public void WriteCycle(string name, TaskNode closesAt)
    {
        json.WriteStartObject(name);
        json.WriteString("kind", "cycle");
        json.WriteString("text", words.Node(closesAt));
        json.WriteAddress(JsonWords.Address, closesAt.Address);
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, Wait wait)
    {
        switch (wait)
        {
            case DelayWait delay:
                json.WriteOptional(delay.IsBound ? "leftAtMost" : "left", delay.Left);
                json.WriteOptional("of", delay.Of);
                if (delay.IsInfinite)
                    json.WriteBoolean("infinite", true);
                break;
            case CompletionSourceWait source:
                json.WriteString("type", source.Type);
                json.WriteOptional("name", source.Name);
                break;
            case WhenAllWait all:
                json.WriteNumber("left", all.Left);
                json.WriteOptional("of", all.Of);
                Tasks(json, all.Tasks);
                break;
            case WhenAnyWait any:
                json.WriteNumber("of", any.Of);
                Tasks(json, any.Tasks);
                break;
            case SemaphoreWait semaphore:
                json.WriteOptional("value", semaphore.Value);
                json.WriteOptional("waiter", semaphore.Waiter);
                json.WriteOptional("waiters", semaphore.Waiters);
                break;
            case ResourceWait resource:
                json.WriteString("name", resource.Name);
                if (resource.Tasks.Count > 0)
                    Tasks(json, resource.Tasks);
                break;
            case OtherWait other:
                json.WriteString("type", other.Type);
                break;
        }
    }

    private static void Fact(Utf8JsonWriter json, WaitFact fact)
    {
        switch (fact.Kind)
        {
            case WaitFactKind.Flag:
                json.WriteBoolean(fact.Key, true);
                break;
            case WaitFactKind.Number:
                json.WriteNumber(fact.Key, fact.Number);
                break;
            case WaitFactKind.Share:
                json.WriteNumber(fact.Key, fact.Number);
                json.WriteNumber(fact.Key + "Of", fact.Total);
                break;
            case WaitFactKind.Time:
                json.WriteOptional(fact.Key, fact.Span);
                break;
            case WaitFactKind.TimeAtMost:
                json.WriteOptional(fact.Key + "AtMost", fact.Span);
                break;
            case WaitFactKind.TimeAtLeast:
                json.WriteOptional(fact.Key + "AtLeast", fact.Span);
                break;
            default:
                json.WriteString(fact.Key, fact.Words);
                break;
        }
    }

    private static void Tasks(Utf8JsonWriter json, IReadOnlyList<TaskNode> tasks)
    {
        json.WriteStartArray("tasks");
        foreach (var task in tasks)
            json.WriteAddressValue(task.Address);
        json.WriteEndArray();
    }
}
