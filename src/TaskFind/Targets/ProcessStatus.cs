using System.Globalization;

namespace TaskFind.Targets;

/// <summary>Holds the lines of /proc/PID/status (or of one thread) that say how it stands and whose it is.</summary>
internal readonly record struct ProcessStatus(char State, int ProcessId, int TracerPid, uint EffectiveUser, int Threads)
{
    /// <summary>Whether only the entry in the process table is left.</summary>
    public bool IsDead => State is 'Z' or 'X' or 'x';

    /// <summary>Reads the status of a process; null when there is none.</summary>
    public static ProcessStatus? Of(int pid) => Read($"/proc/{pid}/status");

    /// <summary>Reads the status of one thread; null when there is none.</summary>
    public static ProcessStatus? OfThread(int pid, int thread) => Read($"/proc/{pid}/task/{thread}/status");

    /// <summary>Parses the text of a status file.</summary>
    public static ProcessStatus Parse(string text)
    {
        char state = '?';
        int process = 0;
        int tracer = 0;
        int threads = 0;
        uint user = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (Value(line, "State:") is { Length: > 0 } s)
            {
                state = s[0];
            }
            else if (Value(line, "Tgid:") is { Length: > 0 } g)
            {
                _ = int.TryParse(g, NumberStyles.None, CultureInfo.InvariantCulture, out process);
            }
            else if (Value(line, "TracerPid:") is { Length: > 0 } t)
            {
                _ = int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out tracer);
            }
            else if (Value(line, "Threads:") is { Length: > 0 } n)
            {
                _ = int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out threads);
            }
            else if (Value(line, "Uid:") is { Length: > 0 } u)
            {
                // Real, effective, saved and file system user, in this order.
                ReadOnlySpan<char> afterReal = u[(u.IndexOf('\t') + 1)..];
                int end = afterReal.IndexOf('\t');
                _ = uint.TryParse(end < 0 ? afterReal : afterReal[..end], NumberStyles.None, CultureInfo.InvariantCulture, out user);
            }
        }

        return new ProcessStatus(state, process, tracer, user, threads);
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> line, string key) =>
        line.StartsWith(key, StringComparison.Ordinal) ? line[key.Length..].Trim() : default;

    private static ProcessStatus? Read(string path) => ProcText.TryRead(path) is { } text ? Parse(text) : null;
}
