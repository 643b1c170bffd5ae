using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Answers what the code of one module says: names, await sites and lines. It serves one thread at a time.</summary>
internal sealed class ModuleCode : IDisposable
{
    private readonly ModuleImage _image;
    private readonly CodeSources _sources;
    private readonly MethodNames _names;
    private readonly KickoffMethods _kickoffs;
    private readonly IlTokens _tokens;
    private readonly MachineTypes _machineTypes;
    private readonly Dictionary<TypeDefinitionHandle, StateMachineCode?> _machines = [];
    private readonly Dictionary<MethodDefinitionHandle, MethodCode> _code = [];
    private PdbImage? _pdb;
    private string? _whyNoPdb;
    private bool _lookedForPdb;

    public ModuleCode(ModuleImage image, CodeSources sources)
    {
        _image = image;
        _sources = sources;
        _names = new MethodNames(image.Metadata, image.Name);
        _kickoffs = new KickoffMethods(image.Metadata);
        _tokens = new IlTokens(image.Metadata);
        _machineTypes = new MachineTypes(image.Metadata);
    }

    /// <summary>The module's metadata.</summary>
    public MetadataReader Metadata => _image.Metadata;

    /// <summary>The module's file name, such as "Shop.dll".</summary>
    public string Name => _image.Name;

    /// <summary>The module's path as the target has it.</summary>
    public string Path => _image.Path;

    /// <summary>Why lines are not known in this module; null where its PDB was found.</summary>
    public string? WhyNoPdb => Pdb() is null ? _whyNoPdb : null;

    /// <summary>Answers what is known of an async state machine; null where the type is none.</summary>
    public StateMachineCode? Machine(TypeDefinitionHandle type)
    {
        if (!_machines.TryGetValue(type, out var machine))
        {
            _machines[type] = machine = Hostile.Try(() => ReadMachine(type), null);
        }

        return machine;
    }

    /// <summary>Answers the name of a method as its author knows it.</summary>
    public MethodName NameOf(MethodDefinitionHandle method) => _names.Of(method);

    /// <summary>Answers the statement at an IL offset of a method, or says why it cannot.</summary>
    public SourceLine? LineOf(MethodDefinitionHandle method, int ilOffset, out string? whyNot)
    {
        var code = CodeOf(method);
        whyNot = code.WhyNoLine;
        if (code.Table is not { } table)
        {
            return null;
        }

        var (point, _) = code.Flow?.At(code.Il!.IndexWithin(ilOffset)) ?? (-1, true);
        point = point >= 0 ? point : table.LastVisible(ilOffset);
        whyNot = point >= 0 ? null : "the PDB has no line for this place";
        return point >= 0 ? table.Line(point) : null;
    }

    /// <summary>Answers where the body of a method begins, for an async method that of its MoveNext.</summary>
    public SourceLine? DefinedAt(MethodDefinitionHandle method)
    {
        var body = Hostile.Try(() => MoveNextOf(method), default);
        return Pdb()?.Points(body.IsNil ? method : body) is { } table && table.FirstVisible() is var first and >= 0 ? table.Line(first) : null;
    }

    /// <summary>Chooses the call of a method (by its metadata name or its simple name) in an IL range; without a range (-1), the only call of it in the whole body.</summary>
    /// <remarks>
    /// Wrongly yes: a range that calls two methods of that name gives the first. Wrongly no: a callee reached through a delegate,
    /// an interface of another method name or a constructor by reflection is not the name in the IL.
    /// </remarks>
    public int? CallSite(MethodDefinitionHandle method, int ilStart, int ilEnd, string? calleeMethodName)
    {
        if (calleeMethodName is null || CodeOf(method).Il is not { } il)
        {
            return null;
        }

        int? found = null;
        for (var i = ilStart < 0 ? 0 : Math.Max(0, il.IndexWithin(ilStart)); i < il.Count; i++)
        {
            if (ilStart >= 0 && il[i].Offset >= ilEnd)
            {
                break;
            }

            if (_tokens.Called(il[i]) is { } called && (called.Name == calleeMethodName || MethodNames.Simple(called.Name).Simple == calleeMethodName))
            {
                if (ilStart >= 0)
                {
                    return il[i].Offset;
                }

                if (found is not null)
                {
                    return null;
                }

                found = il[i].Offset;
            }
        }

        return found;
    }

    /// <summary>Lists the module's methods but those of state machines, with the way each can wait.</summary>
    public IEnumerable<CatalogueEntry> Methods()
    {
        foreach (var type in Metadata.TypeDefinitions)
        {
            foreach (var entry in Hostile.Try(() => MethodsOf(type), []))
            {
                yield return entry;
            }
        }
    }

    /// <summary>Lists the types that look like compiler-made state machines by their name, written <c>Ns.Outer+&lt;Run&gt;d__0</c>.</summary>
    public IEnumerable<(string Name, TypeDefinitionHandle Type)> MachineTypes() => _machineTypes.ByReflectionName();

    /// <summary>Answers the decoded code of a method, read once.</summary>
    public MethodCode CodeOf(MethodDefinitionHandle method)
    {
        if (!_code.TryGetValue(method, out var code))
        {
            _code[method] = code = MethodCodeReader.Read(_image, method, Pdb(), _whyNoPdb, _tokens);
        }

        return code;
    }

    /// <summary>Closes the module's files.</summary>
    public void Dispose()
    {
        _image.Dispose();
        GC.KeepAlive(_pdb);
    }

    private StateMachineCode? ReadMachine(TypeDefinitionHandle type)
    {
        if (MachineShape.TryRead(Metadata, type) is not { } shape)
        {
            return null;
        }

        var kickoff = Hostile.Try(() => _kickoffs.Of(type), default);
        if (kickoff.IsNil)
        {
            kickoff = Pdb()?.Kickoff(shape.MoveNext) ?? default;
        }

        var name = kickoff.IsNil ? _names.OfMachine(type) : _names.Of(kickoff);
        return MachineReader.Read(shape, kickoff, name, CodeOf(shape.MoveNext), Pdb(), Metadata);
    }

    private MethodDefinitionHandle MoveNextOf(MethodDefinitionHandle method)
    {
        if (_kickoffs.KindOf(method).Machine is not { } machine)
        {
            return default;
        }

        var owner = Metadata.GetMethodDefinition(method).GetDeclaringType();
        var type = _machineTypes.Of(owner, machine);
        return type.IsNil ? default : MachineShape.TryRead(Metadata, type)?.MoveNext ?? default;
    }

    private List<CatalogueEntry> MethodsOf(TypeDefinitionHandle type)
    {
        var definition = Metadata.GetTypeDefinition(type);
        var entries = new List<CatalogueEntry>();
        if (Code.MachineTypes.IsMachine(Metadata.Text(definition.Name)))
        {
            return entries;
        }

        foreach (var method in definition.GetMethods())
        {
            var (simple, around) = MethodNames.Simple(Metadata.Text(Metadata.GetMethodDefinition(method).Name));
            entries.Add(new CatalogueEntry(method, Hostile.Try(() => _kickoffs.KindOf(method).Kind, MethodKind.Sync), simple, around));
        }

        return entries;
    }

    private PdbImage? Pdb()
    {
        if (!_lookedForPdb)
        {
            _lookedForPdb = true;
            _pdb = PdbFinder.Find(_image, _sources, out _whyNoPdb);
        }

        return _pdb;
    }
}
