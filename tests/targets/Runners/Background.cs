using System.Runtime;

namespace Runners;

/// <summary>Has the garbage collector work in the background once: it keeps a thread for that, which never runs managed code.</summary>
internal static class Background
{
    private const int Pieces = 3000, PieceBytes = 10_000;

    // Beforehand: what stops all threads waits for ever once one of them is in native code without a mark.
    public static void Collect()
    {
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        byte[][] kept = [.. Enumerable.Range(0, Pieces).Select(_ => new byte[PieceBytes])];
        GC.Collect(2, GCCollectionMode.Forced, blocking: false, compacting: false);
        SpinWait.SpinUntil(() => GC.GetGCMemoryInfo(GCKind.Background).Index > 0);
        GC.KeepAlive(kept);
    }
}
