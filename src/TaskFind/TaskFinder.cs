using TaskFind.Model;
using TaskFind.Targets;

namespace TaskFind;

/// <summary>Looks at a .NET process or a core dump and gives a graph of its tasks.</summary>
public static class TaskFinder
{
    /// <summary>Looks at a live process; throws <see cref="TargetException"/> when it cannot be looked at.</summary>
    /// <param name="processId">The process, which cannot be the calling one.</param>
    /// <param name="options">What the look is for; the defaults when null.</param>
    /// <param name="cancellation">Ends the look and lets the target go.</param>
    public static Task<TaskGraph> LookAsync(int processId, LookOptions? options = null, CancellationToken cancellation = default) =>
        LookAsync(TargetSpec.ForProcess(processId), options, cancellation);

    /// <summary>Looks at a process id, the name of a process, or the path of a core dump.</summary>
    /// <param name="target">All digits is a process id, an existing file is a dump, anything else a name.</param>
    /// <param name="options">What the look is for; the defaults when null.</param>
    /// <param name="cancellation">Ends the look and lets the target go.</param>
    public static Task<TaskGraph> LookAsync(string target, LookOptions? options = null, CancellationToken cancellation = default) =>
        LookAsync(TargetSpec.Parse(target), options, cancellation);

    /// <summary>Looks at a target.</summary>
    /// <param name="target">A process or a dump.</param>
    /// <param name="options">What the look is for; the defaults when null.</param>
    /// <param name="cancellation">Ends the look and lets the target go.</param>
    public static Task<TaskGraph> LookAsync(TargetSpec target, LookOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return TargetThread.RunAsync(() => TaskLook.TakeHere(target, options ?? new LookOptions(), cancellation));
    }
}
