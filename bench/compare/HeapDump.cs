using Microsoft.Diagnostics.NETCore.Client;

namespace TaskFind.Bench.Compare;

/// <summary>A heap dump, as <c>dotnet-dump collect --type Heap</c> takes it.</summary>
internal static class HeapDump
{
    public static void Write(int pid, string file)
    {
        using var cost = Cost.Begin("dump");
        Take(pid, file);
        cost.Note("bytes", new FileInfo(file).Length);
    }

    public static void Take(int pid, string file) => new DiagnosticsClient(pid).WriteDump(DumpType.WithHeap, file, logDumpGeneration: false);
}
