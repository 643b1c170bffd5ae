using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Code;

/// <summary>Opens the code of a target's modules, each once. It serves one thread at a time.</summary>
internal sealed class CodeIndex(ReadBytes read, CodeSources sources) : IDisposable
{
    private readonly Dictionary<ulong, (ModuleCode? Code, string? WhyNot)> _modules = [];

    /// <summary>Makes an index over what ClrMD reads from.</summary>
    public static CodeIndex Over(IMemoryReader memory, CodeSources sources) => new(Reading(memory), sources);

    /// <summary>Takes down where a module lies, while ClrMD may still be asked.</summary>
    public static ModuleFacts FactsOf(ClrModule module) =>
        new(module.Address, module.Name ?? "", module.ImageBase, module.MetadataAddress, module.MetadataLength);

    /// <summary>Answers a module's code, or says why it cannot be read.</summary>
    public ModuleCode? Of(ModuleFacts module, out string? whyNot)
    {
        if (!_modules.TryGetValue(module.Address, out var known))
        {
            _modules[module.Address] = known = Open(module);
        }

        whyNot = known.WhyNot;
        return known.Code;
    }

    /// <summary>Answers a state machine by its module and its type's metadata token.</summary>
    public StateMachineCode? Machine(ModuleFacts module, int typeToken, out string? whyNot)
    {
        var code = Of(module, out whyNot);
        return code is not null && Hostile.Try(() => MetadataTokens.EntityHandle(typeToken), default) is { Kind: HandleKind.TypeDefinition } type
            ? code.Machine((TypeDefinitionHandle)type)
            : null;
    }

    /// <summary>Closes all modules.</summary>
    public void Dispose()
    {
        foreach (var (code, _) in _modules.Values)
        {
            code?.Dispose();
        }
    }

    private (ModuleCode?, string?) Open(ModuleFacts module)
    {
        var image = ModuleImage.FromMemory(module, read, sources, out var whyNot);
        return image is not null ? (new ModuleCode(image, sources), null)
            : (null, $"{(module.Path.Length == 0 ? "a module without a name" : ModuleImage.FileName(module.Path))} cannot be read: {whyNot}");
    }

    private static ReadBytes Reading(IMemoryReader memory) => (address, into) =>
    {
        while (into.Length > 0)
        {
            var got = memory.Read(address, into);
            if (got <= 0)
            {
                return false;
            }

            address += (ulong)got;
            into = into[Math.Min(got, into.Length)..];
        }

        return true;
    };
}
