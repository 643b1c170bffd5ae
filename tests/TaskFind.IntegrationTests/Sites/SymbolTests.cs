using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Sites;

/// <summary>Lines come from the PDBs, and from the IL of the DLLs, of a folder that the user names.</summary>
public sealed class SymbolTests : IDisposable
{
    private static readonly TargetProgram s_program = new("AwaitSites.Release", Runtimes.Net10);
    private static readonly LookOptions s_withSymbols = new() { SymbolFolders = [s_program.Folder] };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Live_process_whose_pdb_is_elsewhere()
    {
        using TargetProcess target = StartCopy(out IReadOnlyList<SiteFact> sites);

        TaskGraph without = Look.At(target);
        TaskGraph with = Look.At(target, s_withSymbols);

        new SiteCheck(without, hasLines: false).Score("no PDB", sites).AssertAllRight();
        new SiteCheck(with, hasLines: true).Score("PDB elsewhere", sites).AssertAllRight();
        // The answer has no room for the reason, so the look says it, for the program's own modules only.
        Gap gap = Assert.Single(without.Coverage.Gaps, g => g.What.StartsWith("line of ", StringComparison.Ordinal));
        Assert.Equal(("line of AwaitSites.Release.dll", "no PDB for AwaitSites.Release.dll"), (gap.What, gap.Why));
        Assert.DoesNotContain(with.Coverage.Gaps, g => g.What.StartsWith("line of ", StringComparison.Ordinal));
    }

    [Fact]
    public void Dump_without_the_program_on_disk()
    {
        using TargetProcess target = StartCopy(out IReadOnlyList<SiteFact> sites);
        using TargetDump dump = TargetDump.Take(target, DumpKind.WithHeap);
        target.Dispose();
        string copy = Path.Combine(_folder.FullName, "AwaitSites.Release.dll");
        File.Move(copy, copy + ".gone");

        // Methods and awaited objects need no IL; the place is a reason.
        TaskGraph graph = Look.At(dump);
        foreach (SiteFact site in sites.Where(s => s.Owner is not null))
        {
            TaskNode node = Assert.Single(graph.Nodes, n => n.Id?.Value == site.Owner);
            Assert.Equal(site.Method, node.Method?.DisplayName);
            Assert.Equal(AwaitPointKind.Awaiting, node.Point?.Kind);
            Assert.Null(node.Point?.Line);
            Assert.Contains("AwaitSites.Release.dll", node.Point?.WhyNoLine, StringComparison.Ordinal);
            Assert.Equal(site.AwaitsId, site.AwaitsKind == "task" ? node.Awaits?.Id?.Value : null);
        }

        new SiteCheck(Look.At(dump, s_withSymbols), hasLines: true).Score("DLL and PDB elsewhere", sites).AssertAllRight();
    }

    private TargetProcess StartCopy(out IReadOnlyList<SiteFact> sites)
    {
        string assembly = Path.Combine(_folder.FullName, Path.GetFileName(s_program.Assembly));
        foreach (string file in Directory.GetFiles(s_program.Folder).Where(f => Path.GetExtension(f) is ".json"))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        File.WriteAllBytes(assembly, Elsewhere(File.ReadAllBytes(s_program.Assembly)));
        TargetProcess target = TargetProcess.Start([Runtimes.Dotnet(s_program.Framework), assembly]);
        sites = SiteFact.ReadAll(target);
        return target;
    }

    // The assembly names the PDB where the compiler wrote it, which is there on the machine that built it.
    private static byte[] Elsewhere(byte[] assembly)
    {
        byte[] name = "AwaitSites.Release.pdb"u8.ToArray();
        int at = assembly.AsSpan().LastIndexOf(name);
        Assert.True(at > 0);
        "AwaitSites.Nowhere.pdb"u8.CopyTo(assembly.AsSpan(at));
        return assembly;
    }
}
