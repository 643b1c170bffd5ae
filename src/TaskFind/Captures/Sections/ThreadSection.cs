using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The threads.</summary>
internal sealed class ThreadSection : ListSection<ThreadRow>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public ThreadSection()
        : base(22, new(0, 0, null), t => t.Threads)
    {
        Field(1, Codecs.Int, (in row) => row.ManagedId, (ref row, value) => row = row with { ManagedId = value });
        Field(2, Codecs.Int, (in row) => row.OSId, (ref row, value) => row = row with { OSId = value });
        Field(3, Codecs.OptionalText, (in row) => row.Name, (ref row, value) => row = row with { Name = value });
        Field(4, Codecs.Index, (in row) => row.Awaits, (ref row, value) => row = row with { Awaits = value });
        Field(5, Codecs.Index, (in row) => row.Wait, (ref row, value) => row = row with { Wait = value });
        Field(6, Codecs.Index, (in row) => row.Runs, (ref row, value) => row = row with { Runs = value });
        Field(7, Codecs.List(Codecs.Index), (in row) => row.Holds, (ref row, value) => row = row with { Holds = value });
        Field(8, Codecs.List(Codecs.Required(Codecs.Pooled(t => t.Frames))), (in row) => row.Frames, (ref row, value) => row = row with { Frames = value });
        Field(9, Codecs.Int, (in row) => row.OmittedFrames, (ref row, value) => row = row with { OmittedFrames = value });
        Field(10, Codecs.Flag, (in row) => row.IsPool, (ref row, value) => row = row with { IsPool = value });
        Field(11, Codecs.Address, (in row) => row.Context, (ref row, value) => row = row with { Context = value });
    }
}
