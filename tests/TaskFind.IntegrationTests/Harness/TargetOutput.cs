using System.Collections.Concurrent;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>The lines of one stream of a target, read as they come so that the target never blocks on a full pipe.</summary>
internal sealed class TargetOutput
{
    private readonly BlockingCollection<string> _lines = [];
    private readonly Task _pump;

    public TargetOutput(StreamReader stream)
    {
        _pump = PumpAsync(stream);
    }

    /// <summary>The lines that nobody has taken so far, in one string.</summary>
    public string Seen => string.Join(Environment.NewLine, _lines.ToArray());

    /// <summary>Takes the next line, or null when none came in time or the stream has ended.</summary>
    public string? Take(TimeSpan patience, out bool ended)
    {
        bool taken = _lines.TryTake(out string? line, patience > TimeSpan.Zero ? patience : TimeSpan.Zero);
        ended = !taken && _lines.IsCompleted;
        return line;
    }

    /// <summary>Waits until the stream ends, which is when nobody can write to it any more.</summary>
    public bool WaitForEnd(TimeSpan patience) => _pump.Wait(patience);

    private async Task PumpAsync(StreamReader stream)
    {
        try
        {
            while (await stream.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                _lines.Add(line);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The stream was closed under us by Dispose: there is nobody left to tell.
        }
        finally
        {
            _lines.CompleteAdding();
        }
    }
}
