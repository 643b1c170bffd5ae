using System.Reflection.Metadata;

namespace TaskFind.Scanning.Code;

/// <summary>Reads the IL and the sequence points of one method.</summary>
internal static class MethodCodeReader
{
    /// <summary>Reads a method; what cannot be had is absent and said why.</summary>
    public static MethodCode Read(ModuleImage image, MethodDefinitionHandle method, PdbImage? pdb, string? whyNoPdb, IlTokens tokens)
    {
        var body = image.Body(method, out var whyNoIl);
        var il = body is null ? null : IlCode.TryDecode(body);
        whyNoIl ??= il is null ? $"the IL in {image.Name} is broken" : null;
        var table = pdb?.Points(method);
        var code = new MethodCode(il, whyNoIl, table, table is not null ? null : whyNoPdb ?? "the PDB has no lines for this method");
        if (il is null)
        {
            return code;
        }

        var type = Hostile.Try(() => image.Metadata.GetMethodDefinition(method).GetDeclaringType(), default);
        var shape = type.IsNil ? null : Hostile.Try(() => MachineShape.TryRead(image.Metadata, type), null);
        if (shape?.MoveNext != method)
        {
            return code with { Flow = table is null ? null : FlowLines.Of(il, table) };
        }

        var machine = new MachineIl(shape, il, tokens);
        var sites = SuspendScan.Find(machine);
        return code with { Machine = machine, Sites = sites, Flow = table is null ? null : FlowLines.Of(machine, table, sites) };
    }
}
