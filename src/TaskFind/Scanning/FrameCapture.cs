using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>One frame of a thread's stack, innermost first.</summary>
internal readonly record struct FrameCapture(ClrMethod Method, ulong InstructionPointer);
