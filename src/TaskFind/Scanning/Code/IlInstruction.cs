using System.Reflection.Metadata;

namespace TaskFind.Scanning.Code;

/// <summary>Holds one decoded IL instruction.</summary>
/// <param name="Offset">Where it starts, in bytes from the body's start.</param>
/// <param name="End">Where the next one starts.</param>
/// <param name="Op">The operation.</param>
/// <param name="Operand">The token, the constant, the local's number, the branch's target offset, or the number of a switch's targets.</param>
internal readonly record struct IlInstruction(int Offset, int End, ILOpCode Op, int Operand)
{
    /// <summary>Whether it calls a method and goes on.</summary>
    public bool IsCall => Op is ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj;

    /// <summary>Whether control never reaches the next instruction.</summary>
    public bool EndsFlow => Op is ILOpCode.Ret or ILOpCode.Throw or ILOpCode.Rethrow or ILOpCode.Endfinally or ILOpCode.Endfilter
        or ILOpCode.Br or ILOpCode.Br_s or ILOpCode.Leave or ILOpCode.Leave_s or ILOpCode.Jmp;

    /// <summary>Whether it has one branch target.</summary>
    public bool IsBranch => Op is >= ILOpCode.Br_s and <= ILOpCode.Blt_un or ILOpCode.Leave or ILOpCode.Leave_s;

    /// <summary>The constant it loads, or null.</summary>
    public int? Constant => Op switch
    {
        >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8 => (int)Op - (int)ILOpCode.Ldc_i4_0,
        ILOpCode.Ldc_i4_s or ILOpCode.Ldc_i4 => Operand,
        _ => null,
    };

    /// <summary>The number of the local it loads, or null.</summary>
    public int? LoadedLocal => Op switch
    {
        >= ILOpCode.Ldloc_0 and <= ILOpCode.Ldloc_3 => (int)Op - (int)ILOpCode.Ldloc_0,
        ILOpCode.Ldloc_s or ILOpCode.Ldloc => Operand,
        _ => null,
    };

    /// <summary>The number of the local it loads or takes the address of, or null.</summary>
    public int? UsedLocal => LoadedLocal ?? (Op is ILOpCode.Ldloca_s or ILOpCode.Ldloca ? Operand : null);

    /// <summary>The number of the local it stores, or null.</summary>
    public int? StoredLocal => Op switch
    {
        >= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3 => (int)Op - (int)ILOpCode.Stloc_0,
        ILOpCode.Stloc_s or ILOpCode.Stloc => Operand,
        _ => null,
    };
}
