using System.Text.Json;
using System.Text.Json.Serialization;

namespace TargetShared;

/// <summary>One place where a method is parked, as the program itself knows it.</summary>
internal sealed class Site
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required int Number { get; init; }

    /// <summary>The method's name as its author writes it, without the namespace.</summary>
    public required string Method { get; init; }

    /// <summary>The parameter types in C# keywords, given for overloads alone.</summary>
    public string? Parameters { get; init; }

    public required string File { get; init; }

    /// <summary>The line of the awaited call, which also holds the await keyword unless the statement has several lines.</summary>
    public required int Line { get; init; }

    /// <summary>The first line of the statement, or of the switch arm or the lambda's expression.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>Counts the awaits of the method from 1, in the order of the source; absent where the compiler's order differs.</summary>
    public int? Ordinal { get; init; }

    /// <summary>await, foreach (MoveNextAsync), dispose (DisposeAsync) or yield (waits for its consumer).</summary>
    public required string Kind { get; init; }

    /// <summary>task, source (IValueTaskSource), awaiter (of a custom awaitable) or none.</summary>
    public required string AwaitsKind { get; init; }

    /// <summary>The awaited object's own string: a Task's AsyncState, or the Name field of a source or an awaiter.</summary>
    public string? Awaits { get; init; }

    /// <summary>The awaited Task's Id.</summary>
    public int? AwaitsId { get; init; }

    /// <summary>The awaited object's type.</summary>
    public string? AwaitsType { get; init; }

    /// <summary>The Id of the Task that runs the method; absent for async void, pooled methods, iterators and Main.</summary>
    public int? Owner { get; set; }

    /// <summary>Tells whether the method has really let go of its thread.</summary>
    [JsonIgnore]
    public Func<bool> IsSuspended { get; init; } = () => true;

    [JsonIgnore]
    public Owner? OwnedBy { get; init; }

    public string ToJson()
    {
        Owner = OwnedBy?.Task?.Id;
        return JsonSerializer.Serialize(this, s_json);
    }
}
