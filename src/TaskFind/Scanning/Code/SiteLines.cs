using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Chooses the statement of an await site among the sequence points of its MoveNext.</summary>
internal sealed class SiteLines(MachineIl il, SequenceTable table, FlowLines flow)
{
    private const string Dispose = "DisposeAsync";

    /// <summary>Answers the index of the site's point (-1: none) and whether the compiler made the await, so that the line is the one it stands for.</summary>
    public (int Point, bool Implicit) Of(RawSite site)
    {
        var (point, hidden) = flow.At(site.Lookup);
        if (point < 0 || !hidden)
        {
            return (point >= 0 ? point : table.LastVisible(il.Code[site.Lookup].Offset), point < 0);
        }

        if (site.Awaiter >= 0 && AwaitedName.SourceOf(il, site.Awaiter) is var source and >= 0 && il.Tokens.Calls(il.Code[source], Dispose))
        {
            return (StoreOfReceiver(source) is var store and >= 0 ? store : point, true);
        }

        return PointAfter(site.Resume) is var next and >= 0 && table.Related(next, point) ? (next, false) : (point, !AnyVisibleInside(site, point));
    }

    // The arm of a switch expression has no point before its await; the first one behind it lies in the same arm.
    private int PointAfter(int resume)
    {
        var at = resume;
        for (var steps = 0; at >= 0 && at < il.Code.Count && steps < Limits.Code.LookAhead; steps++)
        {
            if (table.At(il.Code[at].Offset) is var here and >= 0 && !table[here].IsHidden)
            {
                return here;
            }

            var instruction = il.Code[at];
            if (instruction.Op is ILOpCode.Br or ILOpCode.Br_s)
            {
                at = il.Code.IndexAt(instruction.Operand);
            }
            else if (instruction.IsBranch || instruction.EndsFlow || instruction.Op == ILOpCode.Switch)
            {
                return -1;
            }
            else
            {
                at++;
            }
        }

        return -1;
    }

    // An await under "#line hidden" stands in no statement; one in hidden code of a statement (a switch expression) stands in that statement.
    private bool AnyVisibleInside(RawSite site, int point)
    {
        var last = table.LastVisible(il.Code[site.Lookup].Offset);
        return last == point || (last >= 0 && table.Nests(last, point));
    }

    // The object disposed of was stored by the statement that the 'await using' or 'await foreach' is.
    private int StoreOfReceiver(int dispose)
    {
        string? field = null;
        int? local = null;
        var at = dispose - 1;
        for (; at >= Math.Max(0, dispose - Limits.Code.LookBack) && field is null && local is null; at--)
        {
            field = il.OwnField(at, ILOpCode.Ldfld) ?? il.OwnField(at, ILOpCode.Ldflda);
            local = il.Code[at].UsedLocal;
        }

        for (; at > 0; at--)
        {
            var stores = field is not null
                ? il.OwnField(at, ILOpCode.Stfld) == field || (il.OwnField(at, ILOpCode.Ldflda) == field && IsMadeInPlace(at))
                : local is not null && (il.Code[at].StoredLocal == local || (il.Code[at].UsedLocal == local && IsMadeInPlace(at)));
            if (stores && il.Code[at - 1].Op != ILOpCode.Ldnull && flow.At(at) is (>= 0 and var point, _))
            {
                return point;
            }
        }

        return -1;
    }

    // A struct is made where it lies: its address, the arguments, and the constructor or a clearing.
    private bool IsMadeInPlace(int address)
    {
        for (var i = address + 1; i < Math.Min(il.Code.Count, address + Limits.Code.MadeInPlace); i++)
        {
            if (il.Code[i].Op == ILOpCode.Initobj || (il.Code[i].Op == ILOpCode.Call && il.Tokens.Calls(il.Code[i], ".ctor")))
            {
                return il.Code[i].Op != ILOpCode.Initobj || i == address + 1;
            }

            if (il.Code[i].Op is ILOpCode.Callvirt or ILOpCode.Stfld || il.Code[i].IsBranch)
            {
                return false;
            }
        }

        return false;
    }
}
