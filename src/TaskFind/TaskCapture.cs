using TaskFind.Captures;
using TaskFind.Model;
using TaskFind.Targets;

namespace TaskFind;

/// <summary>Saves a graph as a small file, a capture, and loads it again; what is asked of it afterwards is answered as it was by the graph.</summary>
public static class TaskCapture
{
    /// <summary>Saves a graph; what the look did not keep, results and contexts unless they were asked for, is not in it. Throws <see cref="InvalidOperationException"/> for more than a capture holds.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="output">Where to; it stays open.</param>
    public static void Save(TaskGraph graph, Stream output)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(output);
        try
        {
            CaptureWriter.Write(graph.Data, output);
        }
        catch (CaptureException e)
        {
            throw new InvalidOperationException($"The graph cannot be saved: {e.Message}.", e);
        }
    }

    /// <summary>Loads a capture; throws <see cref="TargetException"/> for one that is damaged or newer than this version.</summary>
    /// <param name="input">Where from, at its first byte; it stays open.</param>
    public static TaskGraph Load(Stream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Load(input, null);
    }

    /// <summary>Loads a capture from a file; throws <see cref="TargetException"/> when it cannot be read, is damaged or newer than this version.</summary>
    public static TaskGraph Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var file = File.OpenRead(path);
            return Load(file, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Trouble.NoSuchFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.CaptureNotReadable(path, e);
        }
    }

    /// <summary>Tells whether a file begins as a capture does; false for one that cannot be read.</summary>
    public static bool IsCapture(string path)
    {
        // A pipe would wait for somebody to write.
        if (string.IsNullOrEmpty(path) || (OperatingSystem.IsLinux() && FileStatus.Of(path) is not { IsRegularFile: true }))
            return false;
        try
        {
            using var file = File.OpenHandle(path);
            Span<byte> head = stackalloc byte[CaptureFormat.Magic.Length];
            return RandomAccess.Read(file, head, 0) == head.Length && head.SequenceEqual(CaptureFormat.Magic);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static TaskGraph Load(Stream input, string? path)
    {
        try
        {
            return new TaskGraph(CaptureReader.Read(input));
        }
        catch (CaptureException e)
        {
            throw e.IsNewer ? Trouble.NewerCapture(path, e.Message, e) : Trouble.BadCapture(path, e.Message, e);
        }
    }
}
