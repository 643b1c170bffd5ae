using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Answers questions about single instructions of one state machine's MoveNext.</summary>
internal sealed class MachineIl
{
    private readonly IlTokens _tokens;
    private HashSet<int>? _targets;

    public MachineIl(MachineShape shape, IlCode code, IlTokens tokens)
    {
        Shape = shape;
        Code = code;
        _tokens = tokens;
        StateLocal = FindStateLocal();
    }

    /// <summary>The machine.</summary>
    public MachineShape Shape { get; }

    /// <summary>The instructions of MoveNext.</summary>
    public IlCode Code { get; }

    /// <summary>The tokens of the module.</summary>
    public IlTokens Tokens => _tokens;

    /// <summary>The local that MoveNext copies the state into, or -1.</summary>
    public int StateLocal { get; }

    /// <summary>Answers the name of the machine's own field that an instruction of that kind touches, or null.</summary>
    public string? OwnField(int index, ILOpCode op)
    {
        if (index < 0 || index >= Code.Count || Code[index].Op != op)
        {
            return null;
        }

        var member = _tokens.Member(Code[index].Operand);
        return member?.Definition == Shape.Type ? member.Name : null;
    }

    /// <summary>Answers whether some branch leads to an instruction, so that the values it meets come from several places.</summary>
    public bool IsBranchTarget(int index) => (_targets ??= FindTargets()).Contains(Code[index].Offset);

    /// <summary>Answers the constant that an instruction stores as the new state, or null where it does not.</summary>
    public int? StoredState(int index)
    {
        if (OwnField(index, ILOpCode.Stfld) != Shape.StateField)
        {
            return null;
        }

        var from = index - 1;
        from -= from >= 0 && Code[from].StoredLocal is not null ? 1 : 0;
        from -= from >= 0 && Code[from].Op == ILOpCode.Dup ? 1 : 0;
        return from >= 0 ? Code[from].Constant : null;
    }

    /// <summary>Answers the index of the first instruction from there that leaves the method or its body; the one before it where there is none near.</summary>
    public int ExitFrom(int index, bool branchCounts)
    {
        for (var i = index; i < Math.Min(Code.Count, index + Limits.Code.LookAhead); i++)
        {
            var op = Code[i].Op;
            if (op is ILOpCode.Leave or ILOpCode.Leave_s or ILOpCode.Ret || (branchCounts && op is ILOpCode.Br or ILOpCode.Br_s))
            {
                return i;
            }
        }

        return index - 1;
    }

    /// <summary>Answers where a branch goes that asks for the state, were the machine at its start; null for any other branch.</summary>
    public int? DispatchTarget(int index)
    {
        var branch = Code[index];
        if (branch.Op == ILOpCode.Switch)
        {
            return State(index - 1) is { } arm ? (uint)arm < (uint)branch.Operand ? Code.SwitchTarget(branch, arm) : branch.End : null;
        }

        if (branch.Op is ILOpCode.Brtrue or ILOpCode.Brtrue_s or ILOpCode.Brfalse or ILOpCode.Brfalse_s)
        {
            var wanted = branch.Op is ILOpCode.Brtrue or ILOpCode.Brtrue_s;
            return State(index - 1) is { } value ? (value != 0) == wanted ? branch.Operand : branch.End : null;
        }

        return index > 1 && Code[index - 1].Constant is { } right && State(index - 2) is { } left && Compare(branch.Op, left, right) is { } taken
            ? taken ? branch.Operand : branch.End
            : null;
    }

    // The state as it is on the stack after that instruction: loaded from the copy or the field, perhaps moved by a constant.
    private int? State(int index)
    {
        if (index < 0)
        {
            return null;
        }

        var at = Code[index];
        if ((StateLocal >= 0 && at.LoadedLocal == StateLocal) || OwnField(index, ILOpCode.Ldfld) == Shape.StateField)
        {
            return Shape.InitialState;
        }

        return at.Op is ILOpCode.Sub or ILOpCode.Add && index > 1 && Code[index - 1].Constant is { } by && State(index - 2) is { } state
            ? at.Op == ILOpCode.Sub ? state - by : state + by
            : null;
    }

    private static bool? Compare(ILOpCode op, int left, int right) => op switch
    {
        ILOpCode.Beq or ILOpCode.Beq_s => left == right,
        ILOpCode.Bne_un or ILOpCode.Bne_un_s => left != right,
        ILOpCode.Bge or ILOpCode.Bge_s => left >= right,
        ILOpCode.Bgt or ILOpCode.Bgt_s => left > right,
        ILOpCode.Ble or ILOpCode.Ble_s => left <= right,
        ILOpCode.Blt or ILOpCode.Blt_s => left < right,
        ILOpCode.Bge_un or ILOpCode.Bge_un_s => (uint)left >= (uint)right,
        ILOpCode.Bgt_un or ILOpCode.Bgt_un_s => (uint)left > (uint)right,
        ILOpCode.Ble_un or ILOpCode.Ble_un_s => (uint)left <= (uint)right,
        ILOpCode.Blt_un or ILOpCode.Blt_un_s => (uint)left < (uint)right,
        _ => null,
    };

    private HashSet<int> FindTargets()
    {
        var targets = new HashSet<int>();
        for (var i = 0; i < Code.Count; i++)
        {
            if (Code[i].IsBranch)
            {
                targets.Add(Code[i].Operand);
            }

            for (var arm = 0; Code[i].Op == ILOpCode.Switch && arm < Code[i].Operand; arm++)
            {
                targets.Add(Code.SwitchTarget(Code[i], arm));
            }
        }

        return targets;
    }

    private int FindStateLocal()
    {
        for (var i = 0; i + 1 < Math.Min(Code.Count, Limits.Code.LookBack); i++)
        {
            if (OwnField(i, ILOpCode.Ldfld) == Shape.StateField && Code[i + 1].StoredLocal is { } local)
            {
                return local;
            }
        }

        return -1;
    }
}
