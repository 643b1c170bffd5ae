using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Names the frames of a thread's stack that are worth showing.</summary>
internal sealed class ThreadFrames(TaskGraphBuilder builder, CodeCatalogue code, FramePlaces places)
{
    private readonly Dictionary<(MethodKey Method, ulong InstructionPointer, bool IsLeaf), ThreadFrame?> _frames = [];

    /// <summary>Gives the innermost frames, and the innermost of the program when that is not among them; frames without a name are left out.</summary>
    public IReadOnlyList<ThreadFrame> Of(ThreadCapture thread)
    {
        var frames = new List<ThreadFrame>();
        var hasOwn = false;
        for (var i = 0; i < thread.Frames.Count && !(hasOwn && frames.Count >= Limits.Scan.KeptFrames); i++)
        {
            var isOwn = !FrameworkModules.Contains(thread.Frames[i].Method.Type?.Module?.Name ?? "System.");
            if ((isOwn || frames.Count < Limits.Scan.KeptFrames) && Frame(thread, i, isOwn) is { } frame)
            {
                frames.Add(frame);
                hasOwn |= isOwn;
            }
        }

        return frames;
    }

    private ThreadFrame? Frame(ThreadCapture thread, int index, bool isOwn)
    {
        var frame = thread.Frames[index];
        if (MethodKey.Of(frame.Method) is not { } key)
            return null;
        var id = (key, frame.InstructionPointer, frame.IsLeaf);
        if (!_frames.TryGetValue(id, out var known))
            _frames.Add(id, known = code.Method(key) is >= 0 and var method ? new ThreadFrame(builder.MethodAt(method), Point(thread, index, isOwn)) : null);
        return known;
    }

    /// <summary>Reads lines for the program's own methods alone: the framework's sources are not at hand.</summary>
    private AwaitPoint Point(ThreadCapture thread, int frame, bool isOwn) => isOwn ? places.Of(thread, frame) : new AwaitPoint(AwaitPointKind.Running);
}
