using System.IO.Compression;
using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>Dumps that gzip has packed are read as they are, and leave nothing behind.</summary>
public sealed class PackedDumpTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-packed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_packed_dump_is_read_and_a_damaged_or_shortened_one_is_refused()
    {
        using TargetProcess target = TargetProcess.Start("Hello", Runtimes.Net10);
        target.ReadUntil();
        using TargetDump dump = TargetDump.Take(target, DumpKind.WithHeap);
        string packed = Path.Combine(_folder.FullName, "core.gz");
        using (Stream to = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        using (FileStream from = File.OpenRead(dump.FilePath))
        {
            from.CopyTo(to);
        }

        ToolRun run = Run("find", "TaskCoro", packed);
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("coro=<Program.TaskCoro() awaiting at Program.cs:", Assert.Single(run.Lines), StringComparison.Ordinal);

        byte[] bytes = File.ReadAllBytes(packed);
        string cut = Path.Combine(_folder.FullName, "cut.gz"), spoilt = Path.Combine(_folder.FullName, "spoilt.gz");
        File.WriteAllBytes(cut, bytes[..(bytes.Length / 2)]);
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xff);
        File.WriteAllBytes(spoilt, bytes);
        foreach (string bad in new[] { cut, spoilt })
        {
            run = Run("list", bad);
            Assert.True(run.ExitCode == 3, run.ToString());
            Assert.StartsWith("[ERROR] The ", run.Errors, StringComparison.Ordinal);
        }
    }

    // The folder for temporary files is empty before and after.
    private ToolRun Run(params string[] arguments)
    {
        DirectoryInfo temporary = _folder.CreateSubdirectory("tmp");
        ToolRun run = ToolRun.OfCommand([.. ToolRun.Command, .. arguments], environment: new Dictionary<string, string?> { ["TMPDIR"] = temporary.FullName, ["DOTNET_EnableDiagnostics"] = "0" });
        Assert.Empty(temporary.EnumerateFileSystemInfos());
        return run;
    }
}
