using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using TaskFind.Scanning.Code;
using Xunit;

namespace TaskFind.Tests.Code;

/// <summary>Feeds broken modules and PDBs: nothing may throw, hang or kill the process.</summary>
public sealed class HostileTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly string _root = Directory.CreateTempSubdirectory("taskfind-hostile-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("CodeShapes.dll", 1000, 11)]
    [InlineData("CodeShapes.pdb", 700, 12)]
    [InlineData("CodeShapes.Optimized.dll", 300, 13)]
    public void Broken_copies_never_throw_nor_hang(string name, int copies, int seed)
    {
        var build = Path.GetFileNameWithoutExtension(name);
        var good = File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(CodeShapes.Assembly(build))!, name));
        var path = Path.Combine(_root, name);
        var random = new Random(seed);
        int opened = 0, sites = 0, lines = 0;
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < copies; i++)
        {
            File.WriteAllBytes(path, Break(good, random));
            var clock = Stopwatch.StartNew();
            using var code = name.EndsWith(".pdb", StringComparison.Ordinal)
                ? TargetMemory.Of(build).Open("/" + build + ".dll", new CodeSources { Roots = [_root] })
                : OpenModule(path);
            if (code is not null)
            {
                opened++;
                var (s, l) = Sweep(code, random);
                (sites, lines) = (sites + s, lines + l);
            }

            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            Assert.True(clock.Elapsed < Patience, $"copy {i} took {clock.Elapsed}");
        }

        output.WriteLine($"{name}: {copies} broken copies, {opened} opened, {sites} sites, {lines} lines, slowest {slowest.TotalMilliseconds:f0} ms");
        Assert.True(opened > copies / 10);
    }

    private static ModuleCode? OpenModule(string path)
    {
        var image = ModuleImage.FromFile(path, CodeSources.Default, out var whyNot);
        Assert.Equal(image is null, whyNot is not null);
        return image is null ? null : new ModuleCode(image, CodeSources.Default);
    }

    private static byte[] Break(byte[] good, Random random)
    {
        var bytes = (byte[])good.Clone();
        if (random.Next(10) == 0)
        {
            return bytes[..random.Next(bytes.Length)];
        }

        for (var flips = 1 << random.Next(9); flips > 0; flips--)
        {
            // The headers are small and would hardly ever be hit by chance.
            var at = random.Next(8) == 0 ? random.Next(Math.Min(1024, bytes.Length)) : random.Next(bytes.Length);
            bytes[at] = random.Next(3) switch { 0 => (byte)(bytes[at] ^ (1 << random.Next(8))), 1 => 0xFF, _ => (byte)random.Next(256) };
        }

        return bytes;
    }

    private static (int Sites, int Lines) Sweep(ModuleCode code, Random random)
    {
        int sites = 0, lines = 0;
        foreach (var type in code.Metadata.TypeDefinitions.Take(500))
        {
            if (code.Machine(type) is { } machine)
            {
                sites += machine.Sites.Count;
                lines += machine.Sites.Count(s => s.Line is not null);
                Assert.All(machine.Sites, s => Assert.Equal(s.Line is null, s.WhyNoLine is not null));
            }
        }

        foreach (var entry in code.Methods().Take(300))
        {
            _ = code.NameOf(entry.Method).ToString();
            _ = code.LineOf(entry.Method, random.Next(40), out _);
            _ = code.DefinedAt(entry.Method);
            _ = code.CallSite(entry.Method, -1, -1, "Use");
        }

        _ = code.NameOf(MetadataTokens.MethodDefinitionHandle(0xFFFFFF)).ToString();
        Assert.Null(code.Machine(MetadataTokens.TypeDefinitionHandle(0xFFFFFF)));
        return (sites, lines);
    }
}
