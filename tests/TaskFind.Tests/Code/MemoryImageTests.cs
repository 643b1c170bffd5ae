using TaskFind.Scanning.Code;
using Xunit;

namespace TaskFind.Tests.Code;

/// <summary>Checks that a module is read from a target's memory as it is read from its file.</summary>
public sealed class MemoryImageTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("taskfind-image-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("CodeShapes")]
    [InlineData("CodeShapes.Optimized")]
    public void Flat_mapped_and_file_tell_the_same(string build)
    {
        using var file = CodeShapes.Open(build);
        using var flat = TargetMemory.Of(build).Open(CodeShapes.Assembly(build), CodeSources.Default);
        using var mapped = TargetMemory.Mapped(build).Open(CodeShapes.Assembly(build), CodeSources.Default);
        var expected = Describe(file);
        Assert.True(expected.Count >= 100);
        Assert.Equal(expected, Describe(flat));
        Assert.Equal(expected, Describe(mapped));
    }

    [Fact]
    public void Where_memory_holds_metadata_alone_the_IL_comes_from_the_same_build_on_disk()
    {
        using var file = CodeShapes.Open("CodeShapes.Optimized");
        using var partly = TargetMemory.Of("CodeShapes.Optimized", metadataOnly: true).Open(CodeShapes.Assembly("CodeShapes.Optimized"), CodeSources.Default);
        Assert.Equal(Describe(file), Describe(partly));
    }

    [Fact]
    public void The_users_folder_gives_the_IL_under_any_name()
    {
        Directory.CreateDirectory(_root + "/symbols/sub");
        File.Copy(CodeShapes.Assembly("CodeShapes.Optimized"), _root + "/symbols/sub/other-name.dll");
        var sources = new CodeSources { Roots = [_root], Symbols = new SymbolFolders([_root + "/symbols"]) };
        using var file = CodeShapes.Open("CodeShapes.Optimized");
        using var partly = TargetMemory.Of("CodeShapes.Optimized", metadataOnly: true).Open("/app/CodeShapes.Optimized.dll", sources);
        Assert.Equal(Describe(file), Describe(partly));
    }

    [Fact]
    public void Another_build_on_disk_is_not_believed()
    {
        Directory.CreateDirectory(_root + "/app");
        File.Copy(CodeShapes.Assembly("CodeShapes"), _root + "/app/CodeShapes.Optimized.dll");
        using var partly = TargetMemory.Of("CodeShapes.Optimized", metadataOnly: true)
            .Open("/app/CodeShapes.Optimized.dll", new CodeSources { Roots = [_root] });
        var machine = CodeShapes.Machines(partly).First(m => m.Method.SimpleName == "Plain");
        Assert.Equal("Shapes.Basic.Plain()", machine.Method.ToString());
        Assert.Null(machine.Site(0));
        Assert.Equal("no IL for CodeShapes.Optimized.dll: it is not in memory, and the same build is not on disk", machine.WhyNoSites);
    }

    [Fact]
    public void What_is_no_module_is_refused_in_words()
    {
        var path = _root + "/text.dll";
        File.WriteAllText(path, new string('x', 500));
        Assert.Null(ModuleImage.FromFile(path, CodeSources.Default, out var whyNot));
        Assert.Equal("it is not a .NET module", whyNot);
        Assert.Null(ModuleImage.FromFile(_root, CodeSources.Default, out whyNot));
        Assert.Equal("there is no such file", whyNot);
        Assert.Null(ModuleImage.FromFile("/dev/zero", CodeSources.Default, out whyNot));
        Assert.Equal("it is no file of a believable size", whyNot);
    }

    private static List<string> Describe(ModuleCode code) =>
        [.. CodeShapes.Machines(code).SelectMany(m => m.Sites.Select(s => $"{m.Method} {s with { Line = null }} {s.Line?.File} {s.Line} {s.Line?.Column}"))];
}
