using System.Reflection.Metadata;
using TaskFind.Scanning.Code;

namespace TaskFind.Tests.Code;

/// <summary>Runs a MoveNext from its start with a given state until it takes its awaiter back: the second opinion on every site.</summary>
internal static class ResumeSimulation
{
    private const int Steps = 20_000;

    /// <summary>Answers where the machine goes on: the awaiter field it loads (null: a yield) and that instruction; -1 where it is lost.</summary>
    public static (string? Field, int At) Run(MachineIl il, int state)
    {
        var stack = new Stack<int?>();
        var locals = new Dictionary<int, int?>();
        var at = 0;
        for (var step = 0; step < Steps && at >= 0 && at < il.Code.Count; step++)
        {
            var instruction = il.Code[at];
            if ((il.OwnField(at, ILOpCode.Ldfld) ?? il.OwnField(at, ILOpCode.Ldflda)) is { } field)
            {
                if (il.Shape.IsAwaiterField(field))
                {
                    return (field, at);
                }

                stack.TryPop(out _);
                stack.Push(field == il.Shape.StateField && instruction.Op == ILOpCode.Ldfld ? state : null);
                at++;
                continue;
            }

            // VB sets the state back before it takes the awaiter, C# after; a yield return takes none.
            if (il.Shape.IsIterator && il.OwnField(at, ILOpCode.Stfld) == il.Shape.StateField)
            {
                return (null, at);
            }

            if (Next(il, instruction, at, stack, locals) is not { } next)
            {
                return (null, -1);
            }

            at = next;
        }

        return (null, -1);
    }

    private static int? Next(MachineIl il, IlInstruction i, int at, Stack<int?> stack, Dictionary<int, int?> locals)
    {
        if (i.Constant is { } constant)
        {
            stack.Push(constant);
        }
        else if (i.LoadedLocal is { } loaded)
        {
            stack.Push(locals.GetValueOrDefault(loaded));
        }
        else if (i.StoredLocal is { } stored)
        {
            locals[stored] = Pop(stack);
        }
        else if (i.Op == ILOpCode.Switch)
        {
            return Pop(stack) is not { } arm ? null : (uint)arm < (uint)i.Operand ? il.Code.IndexAt(il.Code.SwitchTarget(i, arm)) : at + 1;
        }
        else if (i.Op is ILOpCode.Br or ILOpCode.Br_s or ILOpCode.Leave or ILOpCode.Leave_s)
        {
            return il.Code.IndexAt(i.Operand);
        }
        else if (i.Op is ILOpCode.Brtrue or ILOpCode.Brtrue_s or ILOpCode.Brfalse or ILOpCode.Brfalse_s)
        {
            return Pop(stack) is not { } value ? null
                : (value != 0) == i.Op is ILOpCode.Brtrue or ILOpCode.Brtrue_s ? il.Code.IndexAt(i.Operand) : at + 1;
        }
        else if (i.IsBranch)
        {
            return Pop(stack) is not { } right || Pop(stack) is not { } left ? null : Holds(i.Op, left, right) ? il.Code.IndexAt(i.Operand) : at + 1;
        }
        else if (i.EndsFlow)
        {
            return null;
        }
        else
        {
            Compute(i.Op, stack);
        }

        return at + 1;
    }

    private static void Compute(ILOpCode op, Stack<int?> stack)
    {
        switch (op)
        {
            case ILOpCode.Nop:
                break;
            case ILOpCode.Dup:
                stack.Push(stack.TryPeek(out var top) ? top : null);
                break;
            case ILOpCode.Add or ILOpCode.Sub or ILOpCode.Ceq or ILOpCode.Cgt or ILOpCode.Clt or ILOpCode.Cgt_un or ILOpCode.Clt_un:
                var (right, left) = (Pop(stack), Pop(stack));
                stack.Push(op switch
                {
                    ILOpCode.Add => left + right,
                    ILOpCode.Sub => left - right,
                    _ when left is null || right is null => null,
                    ILOpCode.Ceq => left == right ? 1 : 0,
                    ILOpCode.Cgt => left > right ? 1 : 0,
                    ILOpCode.Clt => left < right ? 1 : 0,
                    ILOpCode.Cgt_un => (uint)left > (uint)right ? 1 : 0,
                    _ => (uint)left < (uint)right ? 1 : 0,
                });
                break;
            case >= ILOpCode.Ldarg_0 and <= ILOpCode.Ldarg_3:
                stack.Push(null);
                break;
            default:
                // Whatever else there is, before the dispatch is done it is about objects: unknown, one value.
                stack.Push(null);
                break;
        }
    }

    private static int? Pop(Stack<int?> stack) => stack.TryPop(out var value) ? value : null;

    private static bool Holds(ILOpCode op, int left, int right) => op switch
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
        _ => (uint)left < (uint)right,
    };
}
