using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Targets;

/// <summary>Recognises runtimes that are .NET and cannot be read from here, by the files that are mapped.</summary>
internal static class ForeignRuntime
{
    private const string MuslLoader = "ld-musl-", MonoExport = "mono_get_root_domain";
    private static readonly string[] s_mono = ["libmonosgen-2.0.so", "libmono-2.0.so"];

    /// <summary>Gives the trouble with a process, or null when there is none that shows.</summary>
    public static TargetException? Of(int pid, string name, MemoryMap map, IDataReader reader)
    {
        if (Has(map, file => s_mono.Any(mono => file.StartsWith(mono, StringComparison.Ordinal)) || file is "mono" or "mono-sgen") || IsMono(map.Runtime, reader))
        {
            return Trouble.Mono(pid, name);
        }

        bool theirs = IsMusl(map), ours = MemoryMap.OfSelf() is { } own && IsMusl(own);
        return theirs == ours || map.Runtime is null ? null : Trouble.OtherLibc(pid, name, theirs ? "musl" : "glibc");
    }

    private static bool IsMusl(MemoryMap map) => Has(map, file => file.StartsWith(MuslLoader, StringComparison.Ordinal));

    private static bool Has(MemoryMap map, Func<string, bool> isIt) => map.Files.Any(f => isIt(Path.GetFileName(f.Path)));

    // Mono, when it comes as a runtime of .NET, bears the name of the other one.
    private static bool IsMono(MappedFile? runtime, IDataReader reader)
    {
        try
        {
            return runtime is not null && ModuleInfo.TryCreate(reader, runtime.Begin, runtime.Path)?.GetExportSymbolAddress(MonoExport) is > 0;
        }
        catch (Exception)
        {
            return false; // headers that ClrMD cannot parse
        }
    }
}
