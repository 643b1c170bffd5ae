using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>One frame of a thread's stack.</summary>
/// <param name="Method">The method.</param>
/// <param name="InstructionPointer">What the thread executes there, or will return to.</param>
/// <param name="IsLeaf">Whether it is what the thread executes: everywhere else the call stands in front of it.</param>
internal sealed record FrameCapture(ClrMethod Method, ulong InstructionPointer, bool IsLeaf);
