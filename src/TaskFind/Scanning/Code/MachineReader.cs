using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Puts together what is known of a state machine from its IL, its PDB and its method's attribute.</summary>
internal static class MachineReader
{
    /// <summary>Reads one machine.</summary>
    public static StateMachineCode Read(MachineShape shape, MethodDefinitionHandle kickoff, MethodName name, MethodCode code, PdbImage? pdb, MetadataReader metadata)
    {
        var definedAt = code.Table?.FirstVisible() is { } first and >= 0 ? code.Table.Line(first) : null;
        return new StateMachineCode(shape, kickoff, name, Sites(shape, code, pdb, metadata))
        {
            DefinedAt = definedAt,
            WhyNoSites = code.Machine is null ? code.WhyNoIl : null,
        };
    }

    private static List<AwaitSite> Sites(MachineShape shape, MethodCode code, PdbImage? pdb, MetadataReader metadata)
    {
        if (code.Machine is not { } il)
        {
            return [];
        }

        var lines = code is { Table: not null, Flow: not null } ? new SiteLines(il, code.Table, code.Flow) : null;
        var sites = new List<AwaitSite>();
        int awaits = 0, yields = 0;
        var held = HeldSemaphores.Of(il, metadata, code.Sites);
        for (var i = 0; i < code.Sites.Count; i++)
        {
            var raw = code.Sites[i];
            var (point, isImplicit) = lines?.Of(raw) ?? (-1, false);
            var line = point >= 0 ? code.Table!.Line(point) : null;
            sites.Add(new AwaitSite
            {
                State = raw.State,
                IsYield = raw.IsYield,
                Index = raw.IsYield ? ++yields : ++awaits,
                ILOffset = il.Code[raw.Lookup].Offset,
                AwaiterField = raw.AwaiterField,
                AwaiterType = raw.AwaiterType,
                Callee = raw.IsYield ? null : AwaitedName.Of(il, raw.Awaiter, (slot, offset) => pdb?.Local(shape.MoveNext, slot, offset)),
                Holds = held[i],
                Line = line,
                IsImplicit = line is not null && isImplicit,
                WhyNoLine = line is not null ? null : code.WhyNoLine ?? "the PDB has no line for this place",
            });
        }

        return sites;
    }
}
