using System.Reflection.Metadata;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Code;

namespace TaskFind.Scanning;

/// <summary>Tells at which line a frame of a thread's stack stands.</summary>
internal sealed class FramePlaces(CodeCatalogue code)
{
    public AwaitPoint Of(ThreadCapture thread, int frame)
    {
        var running = new AwaitPoint(AwaitPointKind.Running);
        if (MethodKey.Of(thread.Frames[frame].Method) is not { } key || code.Module(key.Module) is not { } module
            || CodeCatalogue.Handle(module, key.Token) is not { } method)
        {
            return running with { WhyNoLine = "the code of the frame could not be read" };
        }

        var callee = frame == 0 || !thread.IsWalked ? null : NameOf(thread.Frames[frame - 1].Method);
        if (Offset(thread.Frames[frame], module, method, callee) is not { } offset)
            return running with { WhyNoLine = "the runtime does not tell the place in compiled code" };
        var line = module.LineOf(method, offset, out var whyNot);
        return running with { Line = line, ILOffset = offset, WhyNoLine = line is null ? whyNot : null };
    }

    private string? NameOf(ClrMethod method) =>
        MethodKey.Of(method) is { } key && code.Module(key.Module) is { } module && CodeCatalogue.Handle(module, key.Token) is { } handle
            ? module.NameOf(handle).SimpleName
            : null;

    /// <summary>
    /// Gives the IL offset. Rule: within the range of IL that the compiled code maps the return address to, the call of the next frame's method.
    /// Wrongly yes: two calls of one name in the range. Wrongly no: an inlined callee; the range's beginning then serves.
    /// </summary>
    private static int? Offset(FrameCapture frame, ModuleCode module, MethodDefinitionHandle method, string? callee)
    {
        var at = frame.IsLeaf ? frame.InstructionPointer : frame.InstructionPointer - 1;
        var hot = frame.Method.HotColdInfo;
        var isInside = (at >= hot.HotStart && at < hot.HotStart + hot.HotSize) || (at >= hot.ColdStart && at < hot.ColdStart + hot.ColdSize);
        if (!isInside)
            return module.CallSite(method, -1, -1, callee);
        var map = frame.Method.ILOffsetMap;
        var mapped = map.Where(m => m.ILOffset >= 0 && m.StartAddress <= at && at < m.EndAddress).Select(m => (int?)m.ILOffset).LastOrDefault();
        if (mapped is not { } start)
            return module.CallSite(method, -1, -1, callee);
        var end = map.Where(m => m.ILOffset > start).Select(m => m.ILOffset).DefaultIfEmpty(int.MaxValue).Min();
        return module.CallSite(method, start, end, callee) ?? start;
    }
}
