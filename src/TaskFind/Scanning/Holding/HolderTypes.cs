using System.Reflection.Metadata;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Holding;

/// <summary>Decides, once for each type on the heap, whether its objects may hold something that is waited for; asks metadata, never the DAC's fields, of all others.</summary>
/// <param name="code">Reads metadata.</param>
/// <param name="contexts">Whether execution contexts are wanted too.</param>
internal sealed class HolderTypes(CodeCatalogue code, bool contexts = false)
{
    private readonly Dictionary<ulong, WaitableFields?> _modules = [];

    /// <summary>Gets how many static fields are looked at.</summary>
    public int MostStatics { get; init; } = Limits.Scan.StaticSlots;

    /// <summary>Gets whether execution contexts are wanted, which lie where nothing else is read.</summary>
    public bool WantsContexts => contexts;

    /// <summary>Gives what reads the objects of a type; null when they hold nothing of interest.</summary>
    public IRootLayout? TryFor(ClrType type)
    {
        if (ContainerLayout.TryFor(type) is { } container)
            return container;
        if (type.IsArray || type.IsString || type.IsValueType || type.IsFree)
            return null;
        Dictionary<string, HolderField>? names = null;
        var current = type;
        for (var i = 0; i < Limits.Scan.Bases && current?.Module is { } module; i++, current = current.BaseType)
        {
            if (Fields(module) is not { } fields || !fields.Instance.TryGetValue(current.MetadataToken, out var declared))
                continue;
            foreach (var (name, field) in Named(module, declared))
                (names ??= []).TryAdd(name, field);
        }

        // What an object says of itself is worth more than the names of what it holds: a request of HTTP/2, a source of the program's own.
        return names is not null && LayoutCatalogue.FindOther(type) is null && Offsets(TypeFields.Of(type), names) is { Count: > 0 } found ? new HolderLayout(found) : null;
    }

    /// <summary>Gives the locals and parameters of an async method that may hold something waited for.</summary>
    public IReadOnlyList<HolderSlot> Locals(MachineLayout machine) =>
        machine.Type.Module is { } module && Fields(module) is { } fields && fields.Instance.TryGetValue(machine.Type.MetadataToken, out var declared)
            ? Offsets(machine.Fields, Named(module, declared).DistinctBy(n => n.Name).ToDictionary(n => n.Name, n => n.Field))
            : [];

    /// <summary>Finds the static fields of the program's modules that may hold something waited for, and those of their places that are known already.</summary>
    /// <param name="runtime">The target's runtime.</param>
    /// <param name="types">Its types.</param>
    /// <param name="isWhole">False when there are more than are looked at.</param>
    public IReadOnlyList<StaticSlot> Statics(ClrRuntime runtime, TypeTable types, out bool isWhole) =>
        Statics(runtime, types, m => FrameworkModules.Contains(m.Name ?? "") ? null : Fields(m), out isWhole);

    /// <summary>Finds the static fields of all modules that hold AsyncLocals, the framework's too: the current activity is in one of those.</summary>
    /// <param name="runtime">The target's runtime.</param>
    /// <param name="types">Its types.</param>
    /// <param name="isWhole">False when there are more than are looked at.</param>
    public IReadOnlyList<StaticSlot> LocalStatics(ClrRuntime runtime, TypeTable types, out bool isWhole) =>
        Statics(runtime, types, m => code.Peek(m) is { } loaded ? Told(WaitableFields.OfLocals(loaded.Metadata)) : null, out isWhole);

    /// <summary>Asks where a static field lies, unless that is known: it stays there.</summary>
    public static StaticSlot Place(ClrRuntime runtime, TypeTable types, StaticSlot slot)
    {
        if (slot.Address != 0 || types.Find(slot.Type)?.Type?.GetStaticFieldByName(slot.Name) is not { IsObjectReference: true } field)
            return slot;
        foreach (var domain in runtime.AppDomains)
        {
            if (field.GetAddress(domain) is not 0 and var address)
                return slot with { Address = address };
        }

        return slot;
    }

    private List<StaticSlot> Statics(ClrRuntime runtime, TypeTable types, Func<ClrModule, WaitableFields?> fieldsOf, out bool isWhole)
    {
        var slots = new List<StaticSlot>();
        foreach (var module in code.Modules(runtime))
        {
            if (module.MetadataLength == 0 || fieldsOf(module) is not { Static.Count: > 0 } fields)
                continue;
            foreach (var (methodTable, token) in module.EnumerateTypeDefToMethodTableMap())
            {
                if (!fields.Static.TryGetValue(token, out var declared))
                    continue;
                foreach (var (name, field) in Named(module, declared))
                    slots.Add(Place(runtime, types, new StaticSlot(field, methodTable, name, 0)));
                isWhole = slots.Count < MostStatics;
                if (!isWhole)
                    return slots;
            }
        }

        isWhole = true;
        return slots;
    }

    private WaitableFields? Fields(ClrModule module)
    {
        if (!_modules.TryGetValue(module.Address, out var fields))
            _modules.Add(module.Address, fields = module.MetadataLength == 0 ? null : code.Peek(module) is { } loaded ? Told(WaitableFields.Of(loaded.Metadata)) : null);
        return fields;
    }

    private WaitableFields Told(WaitableFields fields)
    {
        if (fields.HasTooLong)
            code.Tell("the fields that hold what is waited for", $"signatures of more than {Limits.Code.SignatureBytes} bytes were not read");
        return fields;
    }

    private IEnumerable<(string Name, HolderField Field)> Named(ClrModule module, IEnumerable<FieldDefinitionHandle> declared)
    {
        if (code.Peek(module) is not { Metadata: var metadata } loaded)
            yield break;
        var isFramework = FrameworkModules.Contains(loaded.Name);
        foreach (var handle in declared)
        {
            var field = Hostile.Try(() => Name(metadata, handle, isFramework), default);
            // A compiler's own, such as the "this" of an async method, names nothing.
            if (field.Field is not null && !field.Name.StartsWith("<>", StringComparison.Ordinal))
                yield return field;
        }
    }

    private static (string Name, HolderField Field) Name(MetadataReader metadata, FieldDefinitionHandle handle, bool isFramework)
    {
        var definition = metadata.GetFieldDefinition(handle);
        var rank = HolderField.RankOf(isFramework, FieldNames.IsClosure(metadata, definition.GetDeclaringType()));
        return (metadata.Text(definition.Name), new HolderField(FieldNames.Of(metadata, handle), rank));
    }

    private static List<HolderSlot> Offsets(TypeFields fields, Dictionary<string, HolderField> names)
    {
        var found = new List<HolderSlot>();
        foreach (var field in fields.All)
        {
            if (field is { IsObjectReference: true, Name: { } name } && names.TryGetValue(name, out var holder) && fields.OffsetOf(field) is > 0 and var offset)
                found.Add(new HolderSlot(offset, holder));
        }

        return found;
    }
}
