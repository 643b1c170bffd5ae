using TaskFind.Captures;
using TaskFind.Model;
using TaskFind.Targets;

namespace TaskFind;

/// <summary>A capture as a target: where a dump can be named, a capture can.</summary>
internal static class CaptureFile
{
    /// <summary>Tells whether a path names a file that begins as a capture does.</summary>
    public static bool Is(string path)
    {
        // A pipe would wait for somebody to write.
        if (OperatingSystem.IsLinux() && FileStatus.Of(path) is not { IsRegularFile: true })
            return false;
        try
        {
            using var file = File.OpenRead(path);
            return TaskCapture.IsCapture(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Loads a capture; null for a target that is none. Throws <see cref="TargetException"/> for a capture that cannot be read.</summary>
    public static TaskGraph? TryLoad(TargetSpec target)
    {
        if (target.DumpPath is not { } path || !Is(path))
            return null;
        try
        {
            using var file = File.OpenRead(path);
            var data = TaskCapture.Load(file).Data;
            return new TaskGraph(data with { Target = data.Target with { Kind = TargetKind.Capture } });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.BadCapture(path, e.Message, e);
        }
    }
}
