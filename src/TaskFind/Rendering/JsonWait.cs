using System.Text.Json;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Writes what a task waits for: the kind, the words of the repr, and the facts of that kind.</summary>
internal sealed class JsonWait(Utf8JsonWriter json, WaitText words)
{
    private readonly Dictionary<string, string> _bare = [];

    public void Write(string name, Wait wait)
    {
        json.WritePropertyName(name);
        Write(wait);
    }

    /// <summary>Writes a wait as an item of an array.</summary>
    public void Write(Wait wait)
    {
        json.WriteStartObject();
        json.WriteWord("kind", wait.Kind);
        json.WriteString("text", Text(wait));
        if (!wait.Address.IsNull)
            json.WriteAddress("address"u8, wait.Address);
        Numbers(wait);
        foreach (var fact in wait.Facts)
            Fact(fact);
        if (wait.Via is { } via)
            Write("via", via);
        json.WriteEndObject();
    }

    /// <summary>Writes that the chain comes back to a task it has been at.</summary>
    public void WriteCycle(string name, TaskNode closesAt)
    {
        json.WriteStartObject(name);
        json.WriteString("kind", "cycle");
        json.WriteString("text", words.Node(closesAt));
        json.WriteAddress("address"u8, closesAt.Address);
        json.WriteEndObject();
    }

    /// <summary>Says a wait; what only its type tells is said once for all.</summary>
    private string Text(Wait wait)
    {
        if (wait is not (CompletionSourceWait { Name: null } or OtherWait) || wait.Via is not null || wait.Facts.Count > 0)
            return words.Of(wait);
        var type = wait is OtherWait other ? other.Type : ((CompletionSourceWait)wait).Type;
        if (!_bare.TryGetValue(type, out var text))
            _bare.Add(type, text = words.Of(wait));
        return text;
    }

    private void Numbers(Wait wait)
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
                Tasks(all.Tasks);
                break;
            case WhenAnyWait any:
                json.WriteNumber("of", any.Of);
                Tasks(any.Tasks);
                break;
            case SemaphoreWait semaphore:
                json.WriteOptional("value", semaphore.Value);
                json.WriteOptional("waiter", semaphore.Waiter);
                json.WriteOptional("waiters", semaphore.Waiters);
                break;
            case ResourceWait resource:
                json.WriteString("name", resource.Name);
                if (resource.Tasks.Count > 0)
                    Tasks(resource.Tasks);
                break;
            case OtherWait other:
                json.WriteString("type", other.Type);
                break;
        }
    }

    private void Fact(WaitFact fact)
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

    private void Tasks(IReadOnlyList<TaskNode> tasks)
    {
        json.WriteStartArray("tasks");
        foreach (var task in tasks)
            json.WriteAddressValue(task.Address);
        json.WriteEndArray();
    }
}
