namespace TaskFind.Targets;

/// <summary>Finds the one process that a user meant.</summary>
internal static class TargetFinder
{
    /// <summary>Gives the id of the process named, or throws when there is none or more than one.</summary>
    public static int ProcessOf(TargetSpec spec)
    {
        if (spec.ProcessId is { } pid)
        {
            return pid == Environment.ProcessId ? throw Trouble.OwnProcess(pid) : pid;
        }

        IReadOnlyList<ProcessEntry> fit = spec.Name is { } name ? ProcessList.Named(name) : ProcessList.DotNet();
        return One(spec.Name, fit);
    }

    /// <summary>Takes the only one of the processes that fit; those this user may not read stand back when no name was given.</summary>
    internal static int One(string? name, IReadOnlyList<ProcessEntry> fit)
    {
        List<ProcessEntry> usable = [.. fit.Where(p => name is not null || p.WhyUnreadable is null)];
        if (usable.Count == 0)
        {
            throw name is null ? Trouble.NoProcessAtAll() : Trouble.NoSuchName(name);
        }

        if (usable.Count > 1)
        {
            string what = name is null
                ? "There are several .NET processes."
                : $"There are several active processes with the name '{Trouble.Shown(name)}'.";
            throw Trouble.Several(what, [.. usable.Select(p => new TargetCandidate(p.ProcessId, p.Name, p.CommandLine))]);
        }

        return usable[0].ProcessId;
    }
}
