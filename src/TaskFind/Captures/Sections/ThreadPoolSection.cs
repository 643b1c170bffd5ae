using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>How the thread pool stands.</summary>
internal sealed class ThreadPoolSection : ListSection<PoolInfo>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public ThreadPoolSection()
        : base(12, new(), t => t.ThreadPool)
    {
        Field(1, Codecs.OptionalInt, (in row) => row.Busy, (ref row, value) => row = row with { Busy = value });
        Field(2, Codecs.OptionalInt, (in row) => row.Workers, (ref row, value) => row = row with { Workers = value });
        Field(3, Codecs.OptionalInt, (in row) => row.Goal, (ref row, value) => row = row with { Goal = value });
        Field(4, Codecs.OptionalInt, (in row) => row.Min, (ref row, value) => row = row with { Min = value });
        Field(5, Codecs.OptionalInt, (in row) => row.Max, (ref row, value) => row = row with { Max = value });
        Field(6, Codecs.OptionalLong, (in row) => row.Global, (ref row, value) => row = row with { Global = value });
        Field(7, Codecs.OptionalLong, (in row) => row.HighPriority, (ref row, value) => row = row with { HighPriority = value });
        Field(8, Codecs.OptionalLong, (in row) => row.Local, (ref row, value) => row = row with { Local = value });
        Field(9, Codecs.OptionalLong, (in row) => row.SinceDequeue, (ref row, value) => row = row with { SinceDequeue = value });
        Field(10, Codecs.OptionalInt, (in row) => row.Timers, (ref row, value) => row = row with { Timers = value });
        Field(11, Codecs.OptionalInt, (in row) => row.OverdueTimers, (ref row, value) => row = row with { OverdueTimers = value });
        Field(12, Codecs.OptionalLong, (in row) => row.OverdueBy, (ref row, value) => row = row with { OverdueBy = value });
    }
}
