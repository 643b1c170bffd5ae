using System.Diagnostics;
using System.Reflection.Metadata;
using TaskFind.Scanning.Code;
using Xunit;

namespace TaskFind.Tests.Code;

/// <summary>Checks every state machine of the installed frameworks and of the repository's own assemblies.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static string FrameworkFolder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    [Fact]
    public void Suspend_side_and_resume_side_agree_on_every_site()
    {
        var clock = Stopwatch.StartNew();
        var count = new CorpusCount();
        foreach (var file in Corpus())
        {
            using var image = ModuleImage.FromFile(file, CodeSources.Default, out _);
            if (image is not null)
            {
                using var code = new ModuleCode(image, CodeSources.Default);
                Check(code, count);
            }
        }

        output.WriteLine($"{count} in {clock.Elapsed.TotalSeconds:f1} s");
        count.Troubles.Take(20).ToList().ForEach(output.WriteLine);
        Assert.Empty(count.Troubles);
        Assert.True(count.Machines > 1000, "the frameworks have thousands of state machines");
        Assert.True(count.Named > count.Awaits * 95 / 100, $"only {count.Named} of {count.Awaits} awaits name what they wait for");
    }

    private static IEnumerable<string> Corpus()
    {
        var asp = FrameworkFolder.Replace("Microsoft.NETCore.App", "Microsoft.AspNetCore.App", StringComparison.Ordinal);
        return new[] { FrameworkFolder, asp, AppContext.BaseDirectory, Environment.GetEnvironmentVariable("TASKFIND_CORPUS") ?? "" }.Distinct()
            .Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.dll", SearchOption.AllDirectories));
    }

    private static void Check(ModuleCode code, CorpusCount count)
    {
        count.Modules++;
        foreach (var type in code.Metadata.TypeDefinitions)
        {
            if (code.Machine(type) is not { } machine || machine.Language == MachineLanguage.FSharp)
            {
                continue;
            }

            count.Machines++;
            count.WithoutKickoff += machine.Kickoff.IsNil ? 1 : 0;
            var body = code.CodeOf(machine.Shape.MoveNext);
            if (body.Machine is null)
            {
                // A reference assembly of a framework keeps no IL; nothing can be suspended in it.
                count.WithoutIl++;
                continue;
            }

            if (body.Sites.DistinctBy(s => s.State).Count() != body.Sites.Count)
            {
                count.Trouble(machine, "a state is stored twice");
            }

            foreach (var (site, raw) in machine.Sites.Zip(body.Sites))
            {
                Check(machine, site, raw, body.Machine, count);
            }
        }
    }

    private static void Check(StateMachineCode machine, AwaitSite site, RawSite raw, MachineIl il, CorpusCount count)
    {
        var (field, at) = ResumeSimulation.Run(il, site.State);
        if (at < 0 || field != site.AwaiterField || at < raw.Resume || at - raw.Resume > 8)
        {
            count.Trouble(machine, $"state {site.State}: suspends with {site.AwaiterField} to {raw.Resume}, resumes with {field} at {at}");
        }

        if (site.IsYield)
        {
            count.Yields++;
            return;
        }

        count.Awaits++;
        count.Named += site.Callee is null ? 0 : 1;
        count.WithLine += site.Line is null ? 0 : 1;
        count.Implicit += site.IsImplicit ? 1 : 0;
        if (site.AwaiterField is null || site.AwaiterType is null || raw.Awaiter < 0)
        {
            count.Trouble(machine, $"state {site.State}: field {site.AwaiterField}, type {site.AwaiterType}, GetAwaiter {raw.Awaiter}");
        }
    }
}
