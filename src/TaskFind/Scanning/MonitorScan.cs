using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Reads, while the target stands still, the monitors that threads hold: every contended one has a sync block.</summary>
internal static class MonitorScan
{
    public static IReadOnlyList<MonitorCapture> Read(ClrHeap heap, Action<string, string> gap)
    {
        var held = new List<MonitorCapture>();
        var met = 0;
        foreach (var block in heap.EnumerateSyncBlocks())
        {
            if (++met > Limits.Scan.SyncBlocks)
            {
                gap("monitors", $"only the first {Limits.Scan.SyncBlocks} sync blocks were read");
                break;
            }

            if (block is { IsMonitorHeld: true, HoldingThreadAddress: not 0, Object: not 0 })
                held.Add(new MonitorCapture(block.Object, block.HoldingThreadAddress, block.WaitingThreadCount));
        }

        return held;
    }
}
