using System.Runtime.CompilerServices;

namespace TargetShared;

/// <summary>The register of all sites: methods park here, and the program tells where they stand.</summary>
internal static class Sites
{
    private static readonly object s_gate = new();
    private static readonly AsyncLocal<Owner?> s_owner = new();
    private static readonly List<Owner> s_owners = [];
    private static readonly List<Site> s_sites = [];
    private static readonly List<Action> s_releases = [];
    private static int s_names;
    private static int s_numbers;
    private static bool s_gone;

    /// <summary>Starts a method and holds it to park at a site.</summary>
    public static TTask Start<TTask>(Func<TTask> kickOff, bool ends = true)
    {
        Owner? outer = s_owner.Value;
        Owner owner = Enter();
        owner.Ends = ends;
        try
        {
            TTask started = kickOff();
            var task = (started is ValueType ? Awaited.Behind(started) : started) as Task;
            owner.Task = task == Task.CompletedTask ? null : task;
            return started;
        }
        finally
        {
            s_owner.Value = outer;
        }
    }

    /// <summary>Starts an async void method.</summary>
    public static void StartVoid(Action kickOff) => Start(() =>
    {
        kickOff();
        return Task.CompletedTask;
    });

    /// <summary>Makes the calling method the one that has to park next.</summary>
    public static Owner Enter()
    {
        var owner = new Owner();
        s_owner.Value = owner;
        lock (s_gate)
        {
            s_owners.Add(owner);
        }

        return owner;
    }

    /// <summary>Makes a Task that ends at "go", and notes that the method is parked at its await in this line.</summary>
    public static Task<int> Park(
        string method, int ordinal = 0, int up = 0, int down = 0, string? parameters = null, string kind = "await",
        [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        At(New(1), method, ordinal, up, down, parameters, kind, line, file);

    /// <summary>The same for any result.</summary>
    public static Task<T> ParkFor<T>(
        T result, string method, int ordinal = 0, int up = 0, int down = 0,
        [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        At(New(result), method, ordinal, up, down, null, "await", line, file);

    /// <summary>Parks when this is the stop, and is else a Task that ends by itself a little later.</summary>
    public static Task<int> ParkIf(
        bool stop, string method, int ordinal = 0, int up = 0, int down = 0,
        [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        stop ? At(New(1), method, ordinal, up, down, null, "await", line, file) : Pass();

    /// <summary>Notes that the method is parked at the await of this Task, ValueTask, source or awaiter.</summary>
    public static T At<T>(
        T awaited, string method, int ordinal = 0, int up = 0, int down = 0, string? parameters = null, string kind = "await",
        [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        where T : notnull
    {
        object thing = awaited is ValueTask || awaited.GetType().Name == "ValueTask`1" ? Awaited.Behind(awaited)! : awaited;
        var task = thing as Task;
        var named = thing as INamedAwaited;
        Add(new Site
        {
            Number = NextNumber(),
            Method = method,
            Parameters = parameters,
            File = Path.GetFileName(file),
            Line = line,
            Start = line - up,
            End = line + down,
            Ordinal = ordinal == 0 ? null : ordinal,
            Kind = kind,
            AwaitsKind = task is not null ? "task" : thing is CustomAwaiter ? "awaiter" : "source",
            Awaits = task?.AsyncState as string ?? named?.Name,
            AwaitsId = task?.Id,
            AwaitsType = thing.GetType().ToString(),
            IsSuspended = () => Awaited.HasContinuation(thing),
            OwnedBy = s_owner.Value,
        });
        return awaited;
    }

    /// <summary>Notes that an iterator stands at the yield of this line until its consumer asks for more.</summary>
    public static int Yield(string method, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
    {
        Add(new Site
        {
            Number = NextNumber(), Method = method, File = Path.GetFileName(file), Line = line, Start = line, End = line,
            Kind = "yield", AwaitsKind = "none", IsSuspended = () => true,
        });
        return line;
    }

    /// <summary>Makes a Task that ends at "go" and that names itself in its AsyncState.</summary>
    public static Task<T> New<T>(T result)
    {
        var source = new TaskCompletionSource<T>(NextName(), TaskCreationOptions.RunContinuationsAsynchronously);
        OnGo(() => source.SetResult(result));
        return source.Task;
    }

    public static string NextName() => $"site-{Interlocked.Increment(ref s_names)}";

    public static void OnGo(Action release)
    {
        lock (s_gate)
        {
            if (!s_gone)
            {
                s_releases.Add(release);
                return;
            }
        }

        release();
    }

    /// <summary>A Task that ends by itself, usually after its await has suspended.</summary>
    public static async Task<int> Pass()
    {
        await Task.Yield();
        return 1;
    }

    /// <summary>Waits until every started method is parked and suspended, and returns the sites.</summary>
    public static IReadOnlyList<Site> Settle()
    {
        SpinWait.SpinUntil(() => Snapshot(s_owners).All(o => o.HasParked) && Snapshot(s_sites).All(s => s.IsSuspended()));
        return Snapshot(s_sites);
    }

    /// <summary>Lets all go and waits for their ends.</summary>
    public static string Go()
    {
        lock (s_gate)
        {
            s_gone = true;
        }

        foreach (Action release in Snapshot(s_releases))
        {
            release();
        }

        Task[] tasks = [.. Snapshot(s_owners).Where(o => o.Ends).Select(o => o.Task).OfType<Task>()];
        Task.WaitAll(tasks);
        return $"finished {tasks.Length}";
    }

    private static void Add(Site site)
    {
        lock (s_gate)
        {
            s_sites.Add(site);
        }

        if (s_owner.Value is { } owner)
        {
            owner.HasParked = true;
        }
    }

    private static int NextNumber() => Interlocked.Increment(ref s_numbers);

    private static List<T> Snapshot<T>(List<T> list)
    {
        lock (s_gate)
        {
            return [.. list];
        }
    }
}
