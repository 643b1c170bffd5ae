using System.Diagnostics;
using System.Globalization;
using TaskFind.Model;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Targets;

[Collection("targets")]
public sealed class DumpTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("--full")]
    [InlineData("--withheap")]
    public void A_dump_with_a_heap_is_opened_and_walked(string kind)
    {
        using Started target = Started.Busy("idle");
        string dump = Take(target, kind);
        Looks.At(TargetSpec.Parse(dump), session =>
        {
            ulong runtime = MemoryMap.Of(target.Pid)!.Runtime!.Begin;
            Assert.Equal(new TargetInfo(TargetKind.Dump, target.Pid, "Busy", Environment.Version.ToString(3), "x64") { RuntimeBase = runtime }, session.Info);
            using StopScope scope = session.StopWalkable(TargetSession.DefaultTries, CancellationToken.None);
            Assert.True(scope.CanWalk);
            Assert.Equal(TimeSpan.Zero, scope.Elapsed);
            Assert.Contains(scope.Runtime.Heap.EnumerateObjects(), o => o.Type?.Name == "Busy.Work");
        });

        // ClrMD by itself would leave a folder for symbols in the temporary folder.
        DirectoryInfo temporary = _folder.CreateSubdirectory("tmp");
        using Started looker = Started.HolderToTheEnd(["/usr/bin/env", "TMPDIR=" + temporary.FullName], ["open", dump]);
        looker.LineStarting("exit 0");
        Assert.Empty(temporary.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("--normal")]
    [InlineData("--triage")]
    public void A_dump_without_a_heap_is_refused(string kind)
    {
        using Started target = Started.Busy("idle");
        string dump = Take(target, kind);
        TargetException trouble = Fails(dump, TargetTrouble.DumpWithoutHeap, $"The dump '{dump}' holds no heap");
        Assert.Contains("dotnet-dump collect --type Heap", trouble.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dump_that_is_cut_short_is_refused_wherever_it_is_cut()
    {
        using Started target = Started.Busy("idle");
        string dump = Take(target, "--withheap");
        long length = new FileInfo(dump).Length;
        foreach (long cut in (long[])[length - 1, length / 2, 5000, 64])
        {
            using (FileStream file = File.OpenWrite(dump))
            {
                file.SetLength(cut);
            }

            Fails(dump, TargetTrouble.DumpCutShort, $"The dump '{dump}' is cut short: ");
        }
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("this is just some text\nof two lines\n", "it is a text file")]
    [InlineData("\u0001\u0002\u0003", "its format is unknown")]
    [InlineData("PK\u0003\u0004", "it looks packed, so unpack it first")]
    public void A_file_that_is_no_dump_is_refused(string content, string why)
    {
        string path = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(path, content);
        Fails(path, TargetTrouble.NotADump, $"The file '{path}' is not a core dump: {why}.");
    }

    [Fact]
    public void A_library_is_no_dump() =>
        Fails(Path.Combine(Programs.RuntimeFolder, "libcoreclr.so"), TargetTrouble.NotADump, "The file '");

    [Fact]
    public void A_folder_and_a_device_are_no_dumps()
    {
        Fails(_folder.FullName + "/", TargetTrouble.NotADump, "The file '");
        Fails("/dev/zero", TargetTrouble.NotADump, "The file '/dev/zero' is not a core dump: it is not a regular file.");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Fails("/no/such/file", TargetTrouble.NoSuchFile, "There is no file '/no/such/file'.");

    [Fact]
    public void A_windows_minidump_is_refused()
    {
        string path = Path.Combine(_folder.FullName, "file.dmp");
        File.WriteAllText(path, "MDMP" + new string('\0', 100));
        Fails(path, TargetTrouble.Unsupported, $"The dump '{path}' is a Windows minidump");
    }

    [Fact]
    public void A_dump_with_spoilt_bytes_is_opened_or_refused_but_never_ends_us()
    {
        using Started target = Started.Busy("idle");
        string dump = Take(target, "--withheap");
        var random = new Random(20261122);
        byte[] original = File.ReadAllBytes(dump);
        for (int i = 0; i < 15; i++)
        {
            byte[] spoilt = (byte[])original.Clone();
            for (int n = 0; n < 40; n++)
            {
                // Half of the harm goes to the head, where the tables are.
                int at = n % 2 == 0 ? random.Next(20_000) : random.Next(spoilt.Length);
                spoilt[at] = (byte)random.Next(256);
            }

            File.WriteAllBytes(dump, spoilt);
            using Started looker = Started.HolderToTheEnd([], ["open", dump]);
            string exit = looker.LineStarting("exit ");
            Assert.True(exit is "exit 0" or "exit 3", $"round {i}: {exit}");
        }
    }

    private static TargetException Fails(string path, TargetTrouble kind, string messageStart) =>
        Looks.Fail(TargetSpec.ForDump(path), new TargetOptions(), kind, messageStart);

    private string Take(Started target, string kind)
    {
        string path = Path.Combine(_folder.FullName, "core");
        var start = new ProcessStartInfo(Path.Combine(Programs.RuntimeFolder, "createdump"),
            [kind, "-f", path, target.Pid.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process createdump = Process.Start(start)!;
        string said = createdump.StandardOutput.ReadToEnd();
        createdump.WaitForExit();
        Assert.True(createdump.ExitCode == 0, said);
        return path;
    }
}
