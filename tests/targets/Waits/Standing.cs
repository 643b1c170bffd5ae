using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waits;

/// <summary>How a task or a thread stands that is not parked at an await.</summary>
internal sealed partial class Standing
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly List<Standing> s_all = [];

    public required string Name { get; init; }

    /// <summary>The method that runs, ran or will run, as its author writes it.</summary>
    public string? Method { get; init; }

    /// <summary>The line in which the method stands, when it runs.</summary>
    public int? Line { get; init; }

    public string? File { get; init; }

    /// <summary>The Id of the task, absent when there is none yet.</summary>
    public int? TaskId { get; set; }

    /// <summary>The TaskStatus.</summary>
    public string? Status { get; set; }

    /// <summary>The operating system's id of the thread that runs the method or is blocked.</summary>
    public int? Thread { get; init; }

    /// <summary>The Ids of the tasks that the thread is blocked on, or the task comes after.</summary>
    public int[]? WaitsFor { get; init; }

    /// <summary>The task's AsyncState, where the program gave one.</summary>
    public string? AsyncState { get; set; }

    [JsonIgnore]
    public Task? Task { get; init; }

    [JsonIgnore]
    public Func<bool> IsSo { get; init; } = () => true;

    /// <summary>Notes how a task stands.</summary>
    public static void Tell(string name, Task task, string? method = null, TaskStatus? status = null, Task[]? waitsFor = null) =>
        Add(new Standing
        {
            Name = name,
            Method = method,
            Task = task,
            WaitsFor = waitsFor?.Select(t => t.Id).ToArray(),
            IsSo = () => status is null || task.Status == status,
        });

    /// <summary>Notes that the thread that calls this is going to stand still in this line, for these tasks if there are any.</summary>
    public static void Here(
        string name, string method, Task[]? waitsFor = null, int down = 1,
        [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
    {
        Thread thread = System.Threading.Thread.CurrentThread;
        Add(new Standing
        {
            Name = name,
            Method = method,
            Line = line + down,
            File = Path.GetFileName(file),
            Thread = GetThreadId(),
            WaitsFor = waitsFor?.Select(t => t.Id).ToArray(),
            // A thread that blocks on tasks has left its mark on each that is not done.
            IsSo = () => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin)
                && (waitsFor ?? []).All(t => t.IsCompleted || Awaited.HasContinuation(t)),
        });
    }

    /// <summary>Waits until this many stand.</summary>
    public static void Expect(string name) =>
        SpinWait.SpinUntil(() => Snapshot().Any(s => s.Name == name));

    /// <summary>Waits until all stand as they told.</summary>
    public static IReadOnlyList<Standing> Settle()
    {
        IReadOnlyList<Standing> all = Snapshot();
        SpinWait.SpinUntil(() => all.All(s => s.IsSo()));
        return all;
    }

    public string ToJson()
    {
        TaskId = Task?.Id;
        Status = Task?.Status.ToString();
        AsyncState = Task?.AsyncState as string;
        return JsonSerializer.Serialize(this, s_json);
    }

    private static void Add(Standing standing)
    {
        lock (s_all)
        {
            s_all.Add(standing);
        }
    }

    private static IReadOnlyList<Standing> Snapshot()
    {
        lock (s_all)
        {
            return [.. s_all];
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThreadId();
}
