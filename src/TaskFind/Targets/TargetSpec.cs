using System.Globalization;

namespace TaskFind.Targets;

/// <summary>Says what to look at: a process by id or name, a dump file or a capture, or the only .NET process there is.</summary>
public sealed record TargetSpec
{
    private TargetSpec()
    {
    }

    /// <summary>The process to look at, or null when the target is named otherwise.</summary>
    public int? ProcessId { get; private init; }

    /// <summary>The dump file or capture to look at, or null when the target is a process.</summary>
    public string? DumpPath { get; private init; }

    /// <summary>The process name or entry assembly's name to look for, or null when the target is named otherwise.</summary>
    public string? Name { get; private init; }

    /// <summary>Stands for the one .NET process in sight, when nothing is named.</summary>
    public static TargetSpec OnlyProcess { get; } = new();

    /// <summary>Names a process by its id.</summary>
    public static TargetSpec ForProcess(int processId) => new() { ProcessId = processId };

    /// <summary>Names a core dump or a capture by its file; how it begins tells which it is.</summary>
    public static TargetSpec ForDump(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new() { DumpPath = path };
    }

    /// <summary>Names a process by its own name or by its entry assembly's name.</summary>
    public static TargetSpec ForName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new() { Name = name };
    }

    /// <summary>Reads what a user typed: digits are a process id, an existing file or anything with a slash is a dump or a capture, the rest is a name.</summary>
    public static TargetSpec Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int pid))
        {
            return ForProcess(pid);
        }

        return File.Exists(text) || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? ForDump(text) : ForName(text);
    }

    /// <summary>Gives the target as a user would type it.</summary>
    public override string ToString() =>
        ProcessId?.ToString(CultureInfo.InvariantCulture) ?? DumpPath ?? Name ?? "the only .NET process";
}
