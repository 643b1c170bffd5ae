using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>How threads are written.</summary>
internal static class ThreadFormat
{
    public static ThreadRow Thread(CaptureCodec c, ThreadRow? t) => new(c.Int(t?.ManagedId ?? 0), c.Int(t?.OSId ?? 0), c.TextOrNull(t?.Name))
    {
        Awaits = c.Int(t?.Awaits ?? -1),
        Wait = c.Int(t?.Wait ?? -1),
        Runs = c.Int(t?.Runs ?? -1),
        Holds = c.List(t?.Holds, c.Int),
        IsPool = c.Flag(t?.IsPool == true),
        Context = c.Address(t?.Context ?? 0),
        Frames = c.List<ThreadFrame>(t?.Frames, f => new ThreadFrame(CodeFormat.Method(c, f?.Method), CodeFormat.Point(c, f?.Point))),
        OmittedFrames = c.Int(t?.OmittedFrames ?? 0),
    };
}
