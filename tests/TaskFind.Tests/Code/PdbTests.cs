using TaskFind.Scanning.Code;
using Xunit;

namespace TaskFind.Tests.Code;

/// <summary>Checks where PDBs are looked for, and what is said when there is none.</summary>
public sealed class PdbTests : IDisposable
{
    private const string Module = "/app/CodeShapes.dll";
    private readonly string _root = Directory.CreateTempSubdirectory("taskfind-pdb-").FullName;
    private readonly string _pdb = Path.ChangeExtension(CodeShapes.Assembly("CodeShapes"), ".pdb");

    public PdbTests() => Directory.CreateDirectory(_root + "/app");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Embedded() => Assert.Null(WhyNot("CodeShapes.Optimized", new CodeSources { Roots = [_root] }));

    [Fact]
    public void Beside_the_module()
    {
        File.Copy(_pdb, _root + "/app/CodeShapes.pdb");
        Assert.Null(WhyNot("CodeShapes", new CodeSources { Roots = [_root] }));
    }

    [Fact]
    public void Where_it_was_built() => Assert.Null(WhyNot("CodeShapes", CodeSources.Default));

    [Fact]
    public void In_the_users_folder_under_another_name()
    {
        Directory.CreateDirectory(_root + "/symbols/deep/er");
        File.Copy(_pdb, _root + "/symbols/deep/er/renamed.pdb");
        File.WriteAllText(_root + "/symbols/noise.pdb", new string('x', 2000));
        Assert.Null(WhyNot("CodeShapes", new CodeSources { Roots = [_root], Symbols = new SymbolFolders([_root + "/symbols"]) }));
    }

    [Fact]
    public void Absent() => Assert.Equal("no PDB for CodeShapes.dll", WhyNot("CodeShapes", new CodeSources { Roots = [_root] }));

    [Fact]
    public void Of_another_build()
    {
        File.Copy(Path.ChangeExtension(typeof(PdbTests).Assembly.Location, ".pdb"), _root + "/app/CodeShapes.pdb");
        Assert.Equal("CodeShapes.pdb is of another build", WhyNot("CodeShapes", new CodeSources { Roots = [_root] }));
    }

    [Fact]
    public void Of_another_build_beside_the_right_one_elsewhere()
    {
        File.Copy(Path.ChangeExtension(typeof(PdbTests).Assembly.Location, ".pdb"), _root + "/app/CodeShapes.pdb");
        Assert.Null(WhyNot("CodeShapes", new CodeSources { Roots = [_root, ""] }));
    }

    [Fact]
    public void Not_a_portable_one()
    {
        File.WriteAllText(_root + "/app/CodeShapes.pdb", "Microsoft C/C++ MSF 7.00" + new string(' ', 100));
        Assert.Equal("CodeShapes.pdb is not a portable PDB", WhyNot("CodeShapes", new CodeSources { Roots = [_root] }));
    }

    [Fact]
    public void Broken()
    {
        File.WriteAllBytes(_root + "/app/CodeShapes.pdb", File.ReadAllBytes(_pdb)[..200]);
        Assert.Equal("CodeShapes.pdb is broken", WhyNot("CodeShapes", new CodeSources { Roots = [_root] }));
    }

    [Fact]
    public void Without_a_PDB_the_site_still_says_which_await_it_is()
    {
        using var code = TargetMemory.Of("CodeShapes").Open(Module, new CodeSources { Roots = [_root] });
        var machine = CodeShapes.Machines(code).Single(m => m.Method.SimpleName == "Plain");
        Assert.Equal(2, machine.AwaitCount);
        var site = machine.Site(1)!;
        Assert.Equal((2, "Mark.M02", "<>u__1", "TaskAwaiter<int>"), (site.Index, site.Callee, site.AwaiterField, site.AwaiterType));
        Assert.Null(site.Line);
        Assert.Equal("no PDB for CodeShapes.dll", site.WhyNoLine);
        Assert.True(site.ILOffset > 0);
        Assert.Null(machine.Site(2));
        Assert.Null(machine.Site(-1));
    }

    private static string? WhyNot(string build, CodeSources sources)
    {
        using var code = TargetMemory.Of(build).Open(Module, sources);
        var line = CodeShapes.Machines(code).SelectMany(m => m.Sites).First().Line;
        Assert.Equal(code.WhyNoPdb is null, line is not null);
        return code.WhyNoPdb;
    }
}
