namespace TaskFind.Scanning;

/// <summary>What was read of one thread while the target stood still.</summary>
/// <param name="ManagedId">The managed id.</param>
/// <param name="OSId">The operating system's id.</param>
/// <param name="Address">Where the runtime keeps its own record of it.</param>
/// <param name="Frames">The managed frames, innermost first.</param>
/// <param name="IsWalked">Whether the runtime walked the stack; else the frames are what its words look like, with gaps between them.</param>
/// <param name="IsPool">Whether it is a worker of the thread pool.</param>
/// <param name="Held">Those of the wanted objects whose addresses lie on its stack or in its registers, innermost first.</param>
internal sealed record ThreadCapture(
    int ManagedId, int OSId, ulong Address, IReadOnlyList<FrameCapture> Frames, bool IsWalked, bool IsPool, IReadOnlyList<ulong> Held);
