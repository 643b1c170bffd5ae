using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Opens the code of each module once and names methods and places for the graph.</summary>
internal sealed class CodeCatalogue(TaskGraphBuilder builder, IMemoryReader reader, CodeSources sources) : IDisposable
{
    private readonly Dictionary<ulong, ModuleCode?> _modules = [];
    private readonly Dictionary<ulong, string> _whyNot = [];
    private readonly Dictionary<(ulong Module, int Token), MachineFacts> _machines = [];
    private readonly Dictionary<MachineLayout, MachineFacts> _byLayout = [];
    private readonly Dictionary<(ulong Module, int Token), int> _methods = [];

    /// <summary>Gets how many modules are searched.</summary>
    public int MostModules { get; init; } = Limits.Scan.Modules;

    /// <summary>Tells what could not be read.</summary>
    public void Tell(string what, string why) => builder.AddGap(what, why);

    /// <summary>Gives the modules of a runtime, as many as are searched.</summary>
    public IEnumerable<ClrModule> Modules(ClrRuntime runtime)
    {
        var met = 0;
        foreach (var module in runtime.EnumerateModules())
        {
            if (++met > MostModules)
            {
                Tell("loaded modules", $"only the first {MostModules} were searched");
                yield break;
            }

            yield return module;
        }
    }

    /// <summary>Gives what is known of a machine's type, whatever its type arguments.</summary>
    public MachineFacts Machine(MachineLayout layout)
    {
        if (!_byLayout.TryGetValue(layout, out var facts))
            _byLayout.Add(layout, facts = Machine(layout.Type.Module, layout.Type.MetadataToken, layout.Type.Name));
        return facts;
    }

    /// <summary>Gives what is known of the machine type with a token of a module; <paramref name="name"/> serves when the module cannot be read.</summary>
    public MachineFacts Machine(ClrModule? module, int token, string? name)
    {
        var key = (module?.Address ?? 0, token);
        if (!_machines.TryGetValue(key, out var facts))
            _machines.Add(key, facts = ReadMachine(module, token, name));
        return facts;
    }

    /// <summary>Gives the graph's index of a method, of its kick-off method when it is a machine's <c>MoveNext</c>; -1 when its module cannot be read.</summary>
    public int Method(MethodKey key)
    {
        var id = (key.Module.Address, key.Token);
        if (!_methods.TryGetValue(id, out var index))
            _methods.Add(id, index = ReadMethod(key));
        return index;
    }

    /// <summary>Gives a module's code; null when its metadata cannot be read, which is noted as a gap.</summary>
    public ModuleCode? Module(ClrModule module)
    {
        var code = Peek(module);
        if (code is null && _whyNot.Remove(module.Address, out var whyNot))
            builder.AddGap($"names in {Path.GetFileName(module.Name ?? module.AssemblyName ?? "")}", whyNot);
        return code;
    }

    /// <summary>Gives a module's code for a look in passing: no gap when it cannot be read.</summary>
    public ModuleCode? Peek(ClrModule module)
    {
        if (_modules.TryGetValue(module.Address, out var code))
            return code;
        var facts = new ModuleFacts(module.Address, module.Name ?? module.AssemblyName ?? "", module.ImageBase, module.MetadataAddress, module.MetadataLength);
        var image = ModuleImage.FromMemory(facts, Read, sources, out var whyNot);
        code = image is null ? null : new ModuleCode(image, sources);
        if (code is null)
            _whyNot[module.Address] = whyNot ?? "its metadata could not be read";
        _modules.Add(module.Address, code);
        return code;
    }

    /// <summary>Gives the handle of a method's token; null when the token is no method's.</summary>
    public static MethodDefinitionHandle? Handle(ModuleCode code, int token)
    {
        var row = token & 0xFF_FFFF;
        var isMethod = (token >>> 24) == (int)TableIndex.MethodDef && row > 0 && row <= code.Metadata.GetTableRowCount(TableIndex.MethodDef);
        return isMethod ? MetadataTokens.MethodDefinitionHandle(row) : null;
    }

    public void Dispose()
    {
        foreach (var code in _modules.Values)
            code?.Dispose();
    }

    private bool Read(ulong address, Span<byte> into) => reader.Read(address, into) == into.Length;

    private MachineFacts ReadMachine(ClrModule? module, int token, string? typeName)
    {
        var row = token & 0xFF_FFFF;
        if (module is null || Module(module) is not { } code || row == 0 || row > code.Metadata.GetTableRowCount(TableIndex.TypeDef)
            || code.Machine(MetadataTokens.TypeDefinitionHandle(row)) is not { } machine)
        {
            var name = TypeNames.Display(typeName);
            var unnamed = new TaskMethod(Path.GetFileName(module?.Name ?? "?"), "", "", name, "");
            return new MachineFacts(builder, builder.Intern(unnamed), unnamed, null, null);
        }

        var method = machine.Method.ToTaskMethod(FrameworkModules.Contains(code.Name), machine.DefinedAt);
        return new MachineFacts(builder, builder.Intern(method), method, machine, code);
    }

    private int ReadMethod(MethodKey key)
    {
        if (Module(key.Module) is not { } code || Handle(code, key.Token) is not { } handle)
            return -1;
        var owner = code.Metadata.GetMethodDefinition(handle).GetDeclaringType();
        if (code.Machine(owner) is { } machine && machine.Shape.MoveNext == handle)
            return builder.Intern(machine.Method.ToTaskMethod(FrameworkModules.Contains(code.Name), machine.DefinedAt));
        return builder.Intern(code.NameOf(handle).ToTaskMethod(FrameworkModules.Contains(code.Name), code.DefinedAt(handle)));
    }
}
