using Microsoft.Diagnostics.NETCore.Client;

namespace TaskFind.Bench;

/// <summary>A heap dump written by the runtime itself.</summary>
internal static class HeapDump
{
    public static string Write(int pid, string file)
    {
        new DiagnosticsClient(pid).WriteDump(DumpType.WithHeap, file, logDumpGeneration: false);
        return $"fileMB={new FileInfo(file).Length >> 20}";
    }
}
