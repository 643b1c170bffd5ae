using System.Diagnostics;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Targets;

/// <summary>Runs programs on runtimes that others could have written, which must not get their code into our process unasked.</summary>
[Collection("targets")]
public sealed class DacTests : IDisposable
{
    // Below the sticky /tmp: whoever may write there could have put the runtime there.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_runtime_that_others_could_have_written_is_not_loaded_unless_it_is_trusted_or_named()
    {
        RuntimeCopy runtime = RuntimeCopy.MakeUnlike(_folder.FullName);
        string folder = runtime.Folder;
        using Started target = Started.BusyAt(runtime.Dotnet, Programs.Busy, "idle");
        TargetSpec spec = TargetSpec.ForProcess(target.Pid);

        TargetException trouble = Looks.Fail(spec, new TargetOptions(), TargetTrouble.UntrustedDac, $"The debugging library '{folder}/libmscordaccore.so' was not loaded, because '/tmp' can be written by other users.");
        Assert.Contains("--dac PATH", trouble.Hint, StringComparison.Ordinal);
        Assert.Contains("--trust-dac", trouble.Hint, StringComparison.Ordinal);

        Looks.At(spec, AssertWalks, new TargetOptions { TrustDac = true });
        Looks.At(spec, AssertWalks, new TargetOptions { DacPath = folder });
        Looks.At(spec, AssertWalks, new TargetOptions { DacPath = Path.Combine(folder, "libmscordaccore.so") });

        // A library of another build would be loaded and would then read nonsense.
        Looks.Fail(spec, new TargetOptions { DacPath = Programs.RuntimeFolder }, TargetTrouble.NoDac, "The debugging library of the target's runtime was not found: the one in '");
        Looks.Fail(spec, new TargetOptions { DacPath = "/no/such/library" }, TargetTrouble.NoSuchFile, "There is no file '/no/such/library'.");

        File.Delete(Path.Combine(folder, "libmscordaccore.so"));
        TargetException missing = Looks.Fail(spec, new TargetOptions(), TargetTrouble.NoDac, "The debugging library of the target's runtime was not found: there is no libmscordaccore.so in '");
        Assert.Matches(@"^Get the NuGet package Microsoft\.NETCore\.App\.Runtime\.linux-x64 10\.0\.\d+, .*'dotnet restore -r linux-x64 -p:SelfContained=true -p:TargetFramework=net10\.0 -p:RuntimeFrameworkVersion=10\.0\.\d+'", missing.Hint);
        File.Delete(Path.Combine(folder, "libcoreclr.so"));
        Looks.Fail(spec, new TargetOptions(), TargetTrouble.NoDac, "The debugging library of the target's runtime was not found: the runtime is not in '");
    }

    [Fact]
    public void A_dump_of_such_a_process_does_not_get_it_loaded_either()
    {
        RuntimeCopy runtime = RuntimeCopy.MakeUnlike(_folder.FullName);
        string folder = runtime.Folder;
        string dump = Path.Combine(_folder.FullName, "core");
        using (Started target = Started.BusyAt(runtime.Dotnet, Programs.Busy, "idle"))
        {
            using Process createdump = Process.Start(new ProcessStartInfo(Path.Combine(folder, "createdump"), $"--withheap -f {dump} {target.Pid}") { RedirectStandardOutput = true })!;
            createdump.StandardOutput.ReadToEnd();
            createdump.WaitForExit();
        }

        Looks.Fail(TargetSpec.ForDump(dump), new TargetOptions(), TargetTrouble.UntrustedDac, $"The debugging library '{folder}/libmscordaccore.so' was not loaded");
        Looks.At(TargetSpec.ForDump(dump), AssertWalks, new TargetOptions { TrustDac = true });
    }

    [Fact]
    public void An_untrusted_copy_of_a_runtime_that_is_installed_is_read_with_the_installed_library()
    {
        RuntimeCopy runtime = RuntimeCopy.Make(_folder.FullName);
        using Started target = Started.BusyAt(runtime.Dotnet, Programs.Busy, "idle");
        Looks.At(TargetSpec.ForProcess(target.Pid), AssertWalks);
        Assert.StartsWith(runtime.Root, MemoryMap.Of(target.Pid)!.Runtime!.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_runtime_replaced_while_it_runs_is_not_read_with_the_wrong_library()
    {
        RuntimeCopy runtime = RuntimeCopy.MakeUnlike(_folder.FullName);
        using Started target = Started.BusyAt(runtime.Dotnet, Programs.Busy, "idle");
        File.Delete(runtime.Runtime);
        File.Copy(Path.Combine(RuntimeCopy.Installed, "libcoreclr.so"), runtime.Runtime);
        Looks.Fail(TargetSpec.ForProcess(target.Pid), new TargetOptions { TrustDac = true }, TargetTrouble.NoDac,
            "The debugging library of the target's runtime was not found: the runtime in '");
    }

    private static void AssertWalks(TargetSession session)
    {
        using StopScope scope = session.StopWalkable(TargetSession.DefaultTries, CancellationToken.None);
        Assert.Contains(scope.Runtime.Heap.EnumerateObjects(), o => o.Type?.Name == "Busy.Work");
    }
}
