using System.IO.Pipelines;

namespace Channels;

/// <summary>Waits for the two ends of pipes.</summary>
internal static class Pipes
{
    private static readonly Pipe s_empty = new();
    private static readonly Pipe s_full = new(new PipeOptions(pauseWriterThreshold: 10, resumeWriterThreshold: 5));

    public static object StartAll() => new[] { Reads(), Flushes() };

    private static async Task Reads() => await s_empty.Reader.ReadAsync();

    private static async Task Flushes() => await s_full.Writer.WriteAsync(new byte[100]);
}
